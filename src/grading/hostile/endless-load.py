"""Never gets to its end."""
# exercise: find-the-bugs
# ends: nothing-ran

while True:
    try:
        while True:
            pass
    except BaseException:
        continue
