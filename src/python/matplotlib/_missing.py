"""What matplotlib has and this playground lacks: a NotImplementedError names it, so that nobody looks for a typing error."""

AXES = frozenset(
    "acorr add_child_axes add_container add_image add_table angle_spectrum arrow_style barbs boxplot_stats bxp "
    "clear_axes cohere csd ecdf get_tightbbox grouped_bar indicate_inset indicate_inset_zoom inset_axes "
    "magnitude_spectrum pcolorfast phase_spectrum plot_date psd quiverkey specgram "
    "streamplot table tricontour tricontourf tripcolor triplot twiny violin xcorr "
    "set_theta_zero_location set_theta_direction set_rlabel_position contour3D contourf3D bar3d plot_trisurf voxels".split()
)

PYPLOT = frozenset(
    "angle_spectrum acorr autoscale barbs cohere connect csd disconnect ecdf figimage figlegend findobj "
    "ginput install_repl_displayhook locator_params magnitude_spectrum margins minorticks_off minorticks_on "
    "new_figure_manager phase_spectrum plot_date plotfile polar psd quiverkey rgrids sci specgram streamplot "
    "subplot2grid subplot_tool table thetagrids tricontour tricontourf tripcolor triplot twiny "
    "uninstall_repl_displayhook waitforbuttonpress xcorr xkcd".split()
)


def missing(owner, name):
    """The error for a name."""
    return NotImplementedError(f"{owner}{name}() is in matplotlib, but not in this playground yet")
