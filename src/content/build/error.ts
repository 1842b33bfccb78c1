/** The error that stops a build on malformed content; it names the file and the line. */

export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.file = file;
    this.line = line;
  }
}
