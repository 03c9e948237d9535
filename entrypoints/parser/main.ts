import { LinerNotesError } from '../../lib/errors.ts';
import { requireExtensionPage } from '../../lib/message-guard.ts';
import { onMessage } from '../../lib/messages.ts';
import { parseSource } from '../../lib/parse/parsed.ts';

onMessage('parse', ({ data: { source, text }, sender }) => {
  requireExtensionPage(sender);
  try {
    return parseSource(source, text);
  } catch (error) {
    // Messages carry no classes: no posts is what the background takes for unreadable.
    if (error instanceof LinerNotesError) return { posts: [], count: 0 };
    throw error;
  }
});
