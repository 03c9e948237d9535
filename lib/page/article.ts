import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Surroundings } from '../messages.ts';
import { countWords, getArticleText, piecesOf } from '../parse/article-text.ts';
import { getTextLinks } from '../parse/text-links.ts';
import { type Post, postIdOf } from '../post.ts';
import { readingMinutes, wholeMinutes } from '../reading-time.ts';
import { createPageActions, type PageActions } from './actions.ts';
import type { Ask, Notice } from './ask.ts';
import { followProgress, scrollTopOf } from './reading-progress.ts';

/** A post's own page: how far it is read, what the reader has made of it, and where to go from it. */
export interface Article extends PageActions {
  readonly post: Post;
  /** How long it takes to read, in whole minutes, at least one. */
  readonly minutes: number;
  /** How much of it has come onto the screen, from 0 to 1. */
  readonly progress: ReadonlySignal<number>;
  readonly surroundings: ReadonlySignal<Surroundings>;
  /** Where the reader has left it the last time, from 0 to 1, as long as it is offered to go on there. */
  readonly left: ReadonlySignal<number | undefined>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** Goes on where the reader has left it. */
  goOn(): void;
  refresh(): Promise<void>;
}

/** Starts to follow the reading of this post; undefined as long as the page does not show its text. */
export function createArticle(post: Post, { ask, notice }: Ask, stop: AbortSignal): Article | undefined {
  const text = getArticleText(document);
  if (!text) return undefined;
  const links = getTextLinks(text);
  const surroundings = signal<Surroundings>({ hasKeyboard: false });
  const left = signal<number>();
  let isFirst = true;

  const element = () => {
    // Once the reader has left, the page shows another post, or none.
    if (postIdOf(location.href) !== post.id) return undefined;
    return text.isConnected ? text : getArticleText(document);
  };
  const words = () => countWords(piecesOf(element() ?? text));
  const minutes = () => readingMinutes(words());
  const report = (progress: number, isFinished: boolean) => void ask('postRead', { id: post.id, progress, isFinished });

  return {
    ...createPageActions({ ask, notice }),
    post,
    minutes: wholeMinutes(minutes()),
    progress: followProgress({ element, minutes }, report, stop),
    surroundings,
    left,
    notice,
    goOn() {
      const [to, place] = [element(), left.value];
      left.value = undefined;
      if (to && place !== undefined) scrollTo({ top: scrollTopOf(to, place), behavior: behaviorOfMotion() });
    },
    async refresh() {
      const answer = await ask('surroundings', { post, links, words: words() });
      if (!answer) return;
      batch(() => {
        surroundings.value = answer;
        if (isFirst) left.value = answer.state?.place;
        isFirst = false;
      });
    },
  };
}

function behaviorOfMotion(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
