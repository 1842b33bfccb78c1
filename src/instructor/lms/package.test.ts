import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readAssignment } from '../assignment';
import type { Assignment } from '../assignment';
import { allowStore, packageFiles } from './package';
import type { PackageKind } from './package';

const assignment: Assignment = {
  id: 'week-1',
  title: '第 1 週 <"A" & B\'s>',
  note: '',
  items: [{ kind: 'lesson', slug: 'keras' }],
  opens: null,
  due: null,
  attempts: null,
  hints: true,
  exercises: [],
};
const site = ['index.html', 'assets/a&b.js'];

test.each<[PackageKind, string, readonly string[]]>([
  [
    'scorm12',
    'imsmanifest.xml',
    ['<schemaversion>1.2</schemaversion>', 'adlcp:scormtype="sco"', '<adlcp:masteryscore>65</adlcp:masteryscore>'],
  ],
  [
    'scorm2004',
    'imsmanifest.xml',
    [
      '<schemaversion>2004 4th Edition</schemaversion>',
      'adlcp:scormType="sco"',
      '<imsss:minNormalizedMeasure>0.65</imsss:minNormalizedMeasure>',
    ],
  ],
  ['cmi5', 'cmi5.xml', ['masteryScore="0.65"', '<url>launch.html</url>', 'moveOn="CompletedOrPassed"']],
])(
  'a package for %s has its manifest, the assignment and a launch page that hands parameters on',
  (kind, name, parts) => {
    const files = new Map(packageFiles({ kind, assignment, language: 'ja', mastery: 0.65 }, site));
    const manifest = files.get(name) ?? '';
    for (const part of parts) expect(manifest).toContain(part);
    expect(manifest).toContain('第 1 週 &lt;&quot;A&quot; &amp; B&apos;s&gt;');
    expect(files.get('launch.html')).toContain("'index.html' + location.search + '#/ja/assignment/package'");
    expect(readAssignment(files.get('assignment.json') ?? '')).toEqual(assignment);
    expect(JSON.parse(files.get('package.json') ?? '')).toEqual({ mastery: 0.65 });
    // All files of a SCO are named by its manifest.
    const missing =
      kind === 'cmi5'
        ? []
        : ['index.html', 'assets/a&amp;b.js', 'assignment.json'].filter(
            (file) => !manifest.includes(`<file href="${file}"/>`),
          );
    expect(missing).toEqual([]);
  },
);

test('the manifests are well-formed XML', ({ skip }) => {
  const check = 'import sys, xml.dom.minidom; xml.dom.minidom.parseString(sys.stdin.buffer.read())';
  if (spawnSync('python3', ['--version']).status !== 0) skip('there is no python3 to parse XML with');
  for (const kind of ['scorm12', 'scorm2004', 'cmi5'] as const) {
    const files = packageFiles({ kind, assignment, language: 'en', mastery: 0.6 }, site);
    const manifest = files.find(([name]) => name.endsWith('.xml'))?.[1] ?? '';
    const { status, stderr } = spawnSync('python3', ['-c', check], { input: manifest, encoding: 'utf8' });
    expect(`${status} ${stderr}`).toBe('0 ');
  }
});

test("a cmi5 package's page may connect to its record store, and to nothing else", () => {
  const page = `<meta content="default-src &#39;self&#39;; connect-src &#39;self&#39;; img-src &#39;self&#39;">`;
  expect(allowStore(page, 'https://lrs.example/xapi/?a=1')).toContain(
    'connect-src &#39;self&#39; https://lrs.example; img-src',
  );
  expect(allowStore("connect-src 'self'", 'http://127.0.0.1:8080/xapi')).toBe(
    "connect-src 'self' http://127.0.0.1:8080",
  );
  expect(() => allowStore(page, 'javascript:alert(1)')).toThrow('no web address');
  expect(() => allowStore('<p></p>', 'https://lrs.example')).toThrow('no policy');
});
