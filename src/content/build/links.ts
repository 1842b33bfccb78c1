/** Turns the links an author writes for a code host into the page's routes, and stops on links that lead nowhere. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import { hostSlug } from './anchors';
import { ContentError } from './error';
import type { Outline } from './outline';
import { lineOf } from './outline';

/** A lesson that links can lead to. */
export interface LinkTarget {
  readonly slug: string;
  readonly outline: Outline;
  readonly anchors: readonly string[];
}

export interface LinkContext {
  readonly slug: string;
  readonly outline: Outline;
  /** The folder of the lesson on disk. */
  readonly folder: string;
  /** Path on disk of every lesson file → that lesson. */
  readonly targets: ReadonlyMap<string, LinkTarget>;
}

/** Rewrites links in the tree; returns the image files it needs, in the order of their placeholders. */
export function resolveLinks(context: LinkContext): readonly string[] {
  const assets: string[] = [];
  visit(context.outline.tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') {
      node.url = resolveLink(context, node.url, lineOf(node));
    } else if (node.type === 'image') {
      node.url = resolveImage(context, node.url, lineOf(node), assets);
    }
  });
  return assets;
}

function resolveLink(context: LinkContext, url: string, line: number): string {
  const { file } = context.outline;
  if (/^(https?:|mailto:)/.test(url)) return url;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url))
    throw new ContentError(file, line, `links lead to http(s) or mailto, found "${url}"`);
  const [rawPath = '', rawAnchor] = decodeURI(url).split('#', 2);
  const targetPath = rawPath
    ? path.resolve(context.folder, rawPath)
    : path.resolve(context.folder, path.basename(file));
  const exercise = exerciseRoute(context, targetPath, line, url);
  if (exercise !== null) return exercise;
  const target = context.targets.get(targetPath);
  if (!target) throw new ContentError(file, line, `broken link: "${url}" is not a lesson file`);
  if (target.outline.language !== context.outline.language) {
    throw new ContentError(
      file,
      line,
      `"${url}" leads to another language; link to lesson.${context.outline.language}.md`,
    );
  }
  const route = `#/${target.outline.language}/lesson/${target.slug}`;
  if (!rawAnchor) return route;
  const index = target.outline.headings.findIndex(({ text }) => hostSlug(text) === rawAnchor);
  const anchor = target.anchors[index] ?? target.anchors.find((id) => id === rawAnchor);
  if (!anchor) throw new ContentError(file, line, `broken link: no heading "#${rawAnchor}" in ${target.outline.file}`);
  return `${route}/${anchor}`;
}

/** The address of an exercise whose task a link leads to; null for other links. */
function exerciseRoute({ outline }: LinkContext, target: string, line: number, url: string): string | null {
  const [, slug, language] = /[\\/]exercises[\\/]\d{2}-([a-z0-9-]+)[\\/]task\.(\w+)\.md$/.exec(target) ?? [];
  if (slug === undefined) return null;
  if (!existsSync(target)) throw new ContentError(outline.file, line, `broken link: "${url}" is not an exercise`);
  if (language !== outline.language) {
    throw new ContentError(
      outline.file,
      line,
      `"${url}" leads to another language; link to task.${outline.language}.md`,
    );
  }
  return `#/${language}/exercise/${slug}`;
}

function resolveImage(context: LinkContext, url: string, line: number, assets: string[]): string {
  const { file } = context.outline;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    throw new ContentError(file, line, `images are files beside the lesson, found "${url}" (the page works offline)`);
  }
  const onDisk = path.resolve(context.folder, decodeURI(url));
  if (!existsSync(onDisk)) throw new ContentError(file, line, `broken link: image "${url}" does not exist`);
  if (!assets.includes(onDisk)) assets.push(onDisk);
  return assetPlaceholder(assets.indexOf(onDisk));
}

/** Stands in the HTML for an image's address until the bundler knows it. */
export function assetPlaceholder(index: number): string {
  return `lesson-asset:${index}:`;
}
