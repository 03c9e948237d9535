import { HOME_URL } from '../../lib/blog/site.ts';
import { openBlog } from './blog-page.ts';
import type { Stage } from './stage.ts';

const STAND_IN = `
The address bar warns of the certificate, since the stand-in has one of its own.
`;

/** Opens a browser window on the blog and says what there is to see, until the person ends it. */
export async function showWindow({ session, live, interrupted }: Stage): Promise<void> {
  const opened = openBlog(session).then(() => console.log(guide(live)));
  // Until the page has loaded the window can be closed as well.
  await Promise.race([opened.then(() => Promise.race([session.ended, interrupted])), session.ended, interrupted]);
  console.log('Closing the browser and removing its profile.');
}

function guide(live: boolean): string {
  return `
Liner Notes is at work on ${HOME_URL}${live ? '' : ' (a stand-in for the blog, on this machine)'}

  Cards           each says whether its post is unread, read or saved. Point at one for its buttons.
  Filter          at the foot of the page: by category, by words, unread or saved only. "Load More" adds to what it shows.
  Toolbar button  at the top right: its badge is the number of unread posts. Alt+Shift+N does the same as a click.
  Popup           click that button: the reading list, in views such as "Unread", "Saved" and "Archive". Open a post, and
                  it counts as read everywhere.
  Side panel      the first button at the top of the popup: the same list beside the page.
  Library         the button next to it, or Alt+Shift+L: the list in a tab, with all categories and a preview.
  Search          the field of each list: try "fleet", category:data or is:unread. It offers more as you type.
  Keys            j and k go from post to post, m marks, s saves; ? shows them all, on the blog and in the list.
  Undo            the button that comes up after whatever you do, u, or Ctrl+Z in the list: twenty actions back.
${live ? '' : STAND_IN}
Close the browser window, or press Ctrl+C here, to end.
`;
}
