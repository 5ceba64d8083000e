// Cuts a font to some characters: node cut.mjs FONT OUT CHARACTERS. Run by build.rs in the folder of the packages.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const subset = createRequire(`${process.cwd()}/`)('subset-font');
const [, , from, to, characters] = process.argv;
/** Kerning, figures of one width, and what puts letters and their marks together; no small capitals, fractions and the like. */
const keepFeatures = ['kern', 'tnum', 'liga', 'locl', 'ccmp', 'mark'];

await writeFile(to, await subset(await readFile(from), characters, { targetFormat: 'woff2', keepFeatures }));
