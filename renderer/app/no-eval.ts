// Imported before anything else: tells the schema library not to compile code from text, which the page's policy forbids.
// eslint-disable-next-line defter/room-imports -- schemas belong to shared; this switch must be set in each bundle, before any of them
import { config } from 'zod';

config({ jitless: true });
