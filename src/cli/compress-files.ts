import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Files that shrink. Others (pictures, fonts) are compressed as they are. */
const compressible = /\.(html|css|js|json|csv|xml|txt|svg)$/;

/**
 * Leaves a `.br` and a `.gz` beside every text file of a folder, for servers that send them as they are: they must
 * come last, since no server compares them with the file.
 * @returns the bytes that each file takes on the wire.
 */
export async function compressFiles(folder: string, files: readonly string[]): Promise<Map<string, number>> {
  const sizes = await Promise.all(
    files.map(async (file) => [file, await compressFile(join(folder, file))] as const),
  );
  return new Map(sizes);
}

async function compressFile(path: string): Promise<number> {
  const bytes = await readFile(path);
  if (!compressible.test(path)) return bytes.length;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [small, older] = await Promise.all([brotli(bytes, { params }), deflate(bytes, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, older)]);
  return small.length;
}
