"""The schedules of torch.optim.lr_scheduler by kind; lr_scheduler.py publishes them."""
