/** English sentences about what this device keeps: offline use, updates, saved work. */
import type { KeepMessages } from './keep-ja';

export const keepEn: KeepMessages = {
  title: 'Offline use and saved data',
  lead: 'What you write and the files of your Python stay in this browser.',
  offline: {
    title: 'Use without a network',
    lead: 'Once everything is stored, lessons, Python and the editor all work without a network.',
    ready: 'Ready for offline use',
    partly: 'Partly ready for offline use',
    saving: (percent) => `Storing for offline use: ${percent}%`,
    starting: 'Checking',
    unsupported: 'Not available offline',
    unsupportedText:
      'This browser, or one of its settings, cannot store the site; with a network it works. Check that the address is not http and the window not private.',
    tiers: {
      shell: 'Lesson texts and pages',
      python: 'Python and the MNIST data',
      extras: 'Editor and diagrams',
    },
    part: 'Part',
    size: 'Size',
    stored: 'Stored',
    notStored: 'Not stored',
    all: 'Total',
    fetch: 'Store everything',
    free: 'Free space',
    freeHint: 'Removes all but texts and pages. The code that you wrote stays.',
    network: 'Storing stopped: there is no network.',
    full: 'Storing stopped: this device has too little space left.',
  },
  update: {
    label: 'Update',
    waiting: 'There is a new version.',
    elsewhere: 'Another tab has changed to a new version.',
    apply: 'Reload to update',
    busy: 'You can update once the running cell has ended.',
    later: 'Later',
  },
};
