import { requireExtensionPage } from '../../lib/message-guard.ts';
import { onMessage } from '../../lib/messages.ts';
import { parsePosts } from '../../lib/parse/listing.ts';

onMessage('parsePosts', ({ data, sender }) => {
  requireExtensionPage(sender);
  return parsePosts(data);
});
