// Locks and unlocks a file with a passphrase by age-encryption, the format's own authors' library for JavaScript: what
// the planner writes must open without the planner, and the other way round.
//
//   node scripts/age.mjs encrypt|decrypt PASSPHRASE < in > out

import { homedir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const tools =
  process.env.SFERUM_TOOLS || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sferum-planner');
const library = pathToFileURL(join(tools, 'node_modules', 'age-encryption', 'dist', 'index.js'));
const { Encrypter, Decrypter } = await import(library);

const [, , act, passphrase] = process.argv;
const input = new Uint8Array(await buffer(process.stdin));
if (act === 'encrypt') {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(10);
  process.stdout.write(await encrypter.encrypt(input));
} else {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  process.stdout.write(await decrypter.decrypt(input));
}
