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

  Cards           each says whether its post is unread, and has a button "Mark as read".
  Filter          above the cards: by category, or "Unread only". It also applies to what "Load More" adds.
  Toolbar button  at the top right: its badge is the number of unread posts.
  Popup           click that button: the unread posts. Open one, and it counts as read everywhere.
${live ? '' : STAND_IN}
Close the browser window, or press Ctrl+C here, to end.
`;
}
