import { config } from 'zod';

/** Imported first by page and worker: the schema library is not to try `Function`, which the content policy reports. */
config({ jitless: true });
