/** A student's work on an assignment as a text that fits into SCORM's suspend_data: the results always, the code as far as it fits. */
import { packText, unpackText } from '../../shared/deflated-text';
import { Strict, parseJson } from '../../shared/strict';
import { SUSPEND_LIMIT } from './lms';

export interface SuspendedAnswer {
  readonly slug: string;
  readonly points: number;
  readonly of: number;
  readonly attempts: number;
  readonly hints: number;
  /** Null where it did not fit. */
  readonly code: string | null;
}

/** Bytes of JSON: far above what SUSPEND_LIMIT characters of honest code unpack to. */
const LARGEST = 200_000;

/** The largest code goes first when it does not all fit. */
export async function packSuspended(answers: readonly SuspendedAnswer[]): Promise<string> {
  const kept = answers.map((answer) => ({ ...answer }));
  for (;;) {
    const packed = await packText(JSON.stringify([1, kept.map(asRow)]));
    if (packed.length <= SUSPEND_LIMIT) return packed;
    const largest = kept.filter(({ code }) => code !== null).toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
    if (largest) largest.code = null;
    // Only thousands of exercises come here.
    else kept.pop();
  }
}

const lengthOf = ({ code }: SuspendedAnswer): number => code?.length ?? 0;
const asRow = ({ slug, points, of, attempts, hints, code }: SuspendedAnswer) => [
  slug,
  points,
  of,
  attempts,
  hints,
  code,
];

/** Null for anything else: systems give back the data of other versions, or of other packages. */
export async function unpackSuspended(packed: string): Promise<readonly SuspendedAnswer[] | null> {
  try {
    const [version, rows] = new Strict(parseJson(await unpackText(packed, LARGEST), LARGEST)).list(2, (part) => part);
    version?.oneOf([1]);
    return rows?.list(1000, readRow) ?? null;
  } catch {
    return null;
  }
}

function readRow(row: Strict): SuspendedAnswer {
  const [slug, points, of, attempts, hints, code] = row.list(6, (field) => field);
  if (!slug || !points || !of || !attempts || !hints || !code) return row.fail({ ja: '6 個の項目', en: 'six fields' });
  return {
    slug: slug.slug(),
    points: points.number(10_000),
    of: of.number(10_000),
    attempts: attempts.count(10_000),
    hints: hints.count(10_000),
    code: code.orNull((text) => text.text(100_000)),
  };
}
