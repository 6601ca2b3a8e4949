// Keeps the self-check for when there is no network. FILES and PARTS stand above, put there by the server: their addresses
// change with what lies there, so that a new policy is a new cache. Never sees what is typed, never sends anything.

const NAME = `check ${FILES.join(" ")}`;
const KEPT = "check parts";

self.addEventListener("install", (event) => {
  const all = caches.open(NAME).then((cache) => cache.addAll(FILES));
  event.waitUntil(all.then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("check ") && name !== NAME && name !== KEPT);
    await Promise.all(names.map((name) => caches.delete(name)));
    const parts = await caches.open(KEPT);
    const old = (await parts.keys()).filter(({ url }) => !PARTS.some((part) => url.endsWith(part)));
    await Promise.all(old.map((request) => parts.delete(request)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fresh(request));
  else if (PARTS.includes(url.pathname + url.search)) event.respondWith(part(request));
  else event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});

/** The page as it is now; without a network as it was kept, in the same language. */
async function fresh(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = (await caches.match(request)) ?? (await caches.match("/check"));
    if (kept) return kept;
    throw error;
  }
}

async function part(request) {
  const parts = await caches.open(KEPT);
  const kept = await parts.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await parts.put(request, answer.clone());
  return answer;
}
