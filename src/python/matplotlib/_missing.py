"""What matplotlib has and this playground lacks: a NotImplementedError names it, so that nobody looks for a typing error."""

AXES = frozenset(
    "acorr add_child_axes add_container add_image add_table angle_spectrum arrow_style barbs boxplot_stats broken_barh bxp "
    "clear_axes cohere csd ecdf eventplot get_tightbbox grouped_bar hexbin indicate_inset indicate_inset_zoom inset_axes "
    "magnitude_spectrum pcolor pcolorfast phase_spectrum plot_date psd quiverkey secondary_xaxis secondary_yaxis specgram "
    "streamplot spy table tricontour tricontourf tripcolor triplot twiny violin violinplot xcorr plot_surface plot_wireframe "
    "set_theta_zero_location set_theta_direction set_rlabel_position view_init set_zlabel set_zlim".split()
)

PYPLOT = frozenset(
    "angle_spectrum acorr autoscale barbs box broken_barh cohere connect csd disconnect ecdf eventplot figimage figlegend findobj "
    "ginput hexbin install_repl_displayhook locator_params magnitude_spectrum margins minorticks_off minorticks_on "
    "new_figure_manager pcolor phase_spectrum plot_date plotfile polar psd quiverkey rgrids sci specgram spy streamplot "
    "subplot2grid subplot_mosaic subplot_tool switch_backend table thetagrids tricontour tricontourf tripcolor triplot twiny "
    "uninstall_repl_displayhook violinplot waitforbuttonpress xcorr xkcd".split()
)


def missing(owner, name):
    """The error for a name."""
    return NotImplementedError(f"{owner}{name}() is in matplotlib, but not in this playground yet")
