import { existsSync } from 'node:fs'

/** Where Debian keeps its Chromium; `CHROMIUM` names another. The shell has no window of its own to draw and needs
    half the work for the same pages, so it comes first. */
const KNOWN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
export const chromiumPath = process.env.CHROMIUM ?? KNOWN.find((path) => existsSync(path)) ?? 'chromium'
/** The kept pictures are the shell's: the whole browser draws edges a hair differently. */
export const isShell = chromiumPath.endsWith('headless-shell')
