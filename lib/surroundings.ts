import { i18n } from '#i18n';
import { followedBy } from './blog/followed.ts';
import { type PartLink, partLinksAmong } from './blog/part-links.ts';
import { neighbours, seriesOf } from './blog/series.ts';
import type { TextLink } from './blog/text-link.ts';
import type { Destination, Surroundings } from './messages.ts';
import type { Post } from './post.ts';
import { getSettings } from './settings.ts';
import { stateOf } from './store/post-state.ts';
import { knownPosts, nextUnread, postsWhere } from './store/posts.ts';

type Around = Omit<Surroundings, 'hasKeyboard'>;

/** Where to go from a post: along its series, as its title and the links in its text tell, and to what is unread. */
export async function surroundingsOf({ id, title }: Post, links: readonly TextLink[]): Promise<Around> {
  const { mutedCategories } = await getSettings();
  const post = (await knownPosts([id])).get(id);
  const unread = await nextUnread(post, followedBy(mutedCategories));
  const series = await seriesAround({ id, title: title || (post?.title ?? '') }, links);
  return { ...series, state: post && stateOf(post), nextUnread: unread && destinationOf(unread) };
}

type Series = Pick<Surroundings, 'previous' | 'next'>;

async function seriesAround(post: Pick<Post, 'id' | 'title'>, textLinks: readonly TextLink[]): Promise<Series> {
  const own = seriesOf(post.title);
  if (!own) return {};
  const parts = await postsWhere(({ title }) => seriesOf(title)?.name === own.name);
  const { previous, next } = neighbours(post, parts);
  const links = partLinksAmong(textLinks);
  return {
    previous: previous
      ? destinationOf(previous)
      : await linked(
          links.findLast(({ part }) => part < own.part),
          own.name,
        ),
    next: next
      ? destinationOf(next)
      : await linked(
          links.find(({ part }) => part > own.part),
          own.name,
        ),
  };
}

/** Undefined also if the link leads to another series. */
async function linked(link: PartLink | undefined, name: string): Promise<Destination | undefined> {
  if (!link) return undefined;
  const post = (await knownPosts([link.id])).get(link.id);
  const series = post && seriesOf(post.title);
  if (series && series.name !== name) return undefined;
  return post
    ? destinationOf(post)
    : { id: link.id, url: link.url, title: i18n.t('article.part', [String(link.part)]) };
}

function destinationOf({ id, url, title }: Post): Destination {
  return { id, url, title };
}
