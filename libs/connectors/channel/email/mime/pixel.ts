/** Width and height up to which a picture shows nothing and only tells that somebody looked. */
const MAX_SIDE = 2;

/** Whether these bytes are a GIF or PNG too small to be seen. */
export function isPixel(image: Buffer): boolean {
  const size = sizeOf(image);
  return size !== null && size.width <= MAX_SIDE && size.height <= MAX_SIDE;
}

function sizeOf(image: Buffer): { width: number; height: number } | null {
  if (image.length >= 10 && image.toString('latin1', 0, 4) === 'GIF8') {
    return { width: image.readUInt16LE(6), height: image.readUInt16LE(8) };
  }
  if (image.length >= 24 && image.toString('latin1', 1, 4) === 'PNG' && image[0] === 0x89) {
    return { width: image.readUInt32BE(16), height: image.readUInt32BE(20) };
  }
  return null;
}
