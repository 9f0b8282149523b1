/** Where the recording lies, from the root of the repository. For the build, the script that makes it, and tests; a page gets its address. */
export const recordingFile = 'src/components/figures/slow-motion/recording.bin';
