/** Where the site keeps its checkpoints; `BASE_URL` may or may not end in a slash. */
export const modelsUrl = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/models/`;
