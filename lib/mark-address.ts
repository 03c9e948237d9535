import { BLOG_ORIGIN } from './blog/site.ts';
import { saveAgain } from './poll/read-posts.ts';
import { LONGEST_TEXT, type Mark, postIdOf } from './post.ts';
import { announceChange } from './revision.ts';
import { markNamed } from './store/named.ts';

/** Gives the post that an address leads to a mark, also where the library lacks it; answers whether it is a post's address. */
export async function markAddress(address: string, mark: Mark): Promise<boolean> {
  const id = postIdOf(address);
  if (!id || id.length > LONGEST_TEXT) return false;
  const post = { id, url: `${BLOG_ORIGIN}/${id}`, title: '', date: '', excerpt: '', categories: [], image: '' };
  if (await markNamed(post, mark)) await announceChange();
  // Who saves what is saved already wants it as it is now.
  else if (mark === 'saved') await saveAgain([id]);
  return true;
}
