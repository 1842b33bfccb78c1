"""Never gets to its end."""
# exercise: find-the-bugs

while True:
    try:
        while True:
            pass
    except BaseException:
        continue
