// Loaded before the sandbox: the channel to its parent closes when the parent is gone, however it went.
process.on('disconnect', () => process.exit(0));
export {};
