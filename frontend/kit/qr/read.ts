/** Reads the QR code that a frame of the camera shows, if it shows one. */
export type QrReader = (frame: HTMLCanvasElement) => Promise<string | undefined>

type Detector = { detect(frame: HTMLCanvasElement): Promise<readonly { rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** The browser's own reader, where there is one that knows QR codes: many browsers in China have none. */
async function native(): Promise<QrReader | undefined> {
  const { BarcodeDetector } = window as unknown as { BarcodeDetector?: DetectorClass }
  const known = await BarcodeDetector?.getSupportedFormats().catch((): string[] => [])
  if (!BarcodeDetector || !known?.includes('qr_code')) return undefined
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return async (frame) => (await detector.detect(frame))[0]?.rawValue
}

/** A reader of our own in WebAssembly, served from here: by itself the package would ask a foreign network for it. */
async function ours(): Promise<QrReader> {
  const [{ prepareZXingModule, readBarcodes }, { default: home }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => home }, fireImmediately: true })
  return async (frame) => {
    const pixels = frame.getContext('2d')!.getImageData(0, 0, frame.width, frame.height)
    const [found] = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
    return found?.text
  }
}

let opening: Promise<QrReader> | undefined

/** The reader of this device, fetched when it is first wanted. */
export function openQrReader(): Promise<QrReader> {
  opening ??= native()
    .then((reader) => reader ?? ours())
    .catch((problem: unknown) => {
      opening = undefined // the network was gone: the next time asks again
      throw problem
    })
  return opening
}

/** The size at which a frame is read: a full picture of a new phone takes an old one's breath. */
export function readSize(width: number, height: number, most = 960): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height, 1))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
