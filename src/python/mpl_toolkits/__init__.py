"""What comes with matplotlib: axes_grid1 (colour bars beside their axes, grids of pictures) and mplot3d."""
