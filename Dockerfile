# syntax=docker/dockerfile:1
# The portal of this repository, built from a checkout:
#
#   docker build --tag clusterworks .
#
# docs/operate/deploy.md says how to run it. `npm run long -- adopt` runs these
# steps without Docker, and starts the result.
ARG NODE_IMAGE=node:24-trixie-slim

FROM ${NODE_IMAGE} AS tools
# As `packageManager` in package.json says; from npm, like everything else.
RUN npm install --global @yarnpkg/cli-dist@4.13.0
WORKDIR /app

# Dependencies are installed again only when a package.json changes.
FROM tools AS manifests
COPY packages packages
COPY plugins plugins
RUN find packages plugins -mindepth 2 -maxdepth 2 ! -name package.json -exec rm -rf {} +

FROM tools AS build
COPY .yarnrc.yml package.json yarn.lock backstage.json ./
COPY --from=manifests /app ./
RUN yarn install --immutable
COPY . .
# The bundle's own folder is for its owner only, and must not become /app.
RUN yarn tsc && \
    yarn workspace backend build && \
    mkdir skeleton bundle && \
    tar xzf packages/backend/dist/skeleton.tar.gz -C skeleton && \
    tar xzf packages/backend/dist/bundle.tar.gz --no-overwrite-dir -C bundle

FROM tools AS dependencies
COPY .yarnrc.yml package.json yarn.lock backstage.json ./
COPY --from=build /app/skeleton ./
RUN yarn workspaces focus --all --production

FROM ${NODE_IMAGE} AS portal
WORKDIR /app
# Everything belongs to root, and the process writes to /tmp only: the root of
# the file system can be read-only.
COPY --from=dependencies /app ./
COPY --from=build /app/bundle ./
COPY app-config.yaml app-config.production.yaml ./
ENV NODE_ENV=production
# The allocator gives memory back: docs/operate/sizing.md.
ENV GLIBC_TUNABLES=glibc.malloc.arena_max=1:glibc.malloc.mmap_threshold=16384:glibc.malloc.mmap_max=32768
# The scaffolder needs it.
ENV NODE_OPTIONS=--no-node-snapshot
# The user `node`; by number, so that `runAsNonRoot` can verify it.
USER 1000:1000
EXPOSE 7007
CMD ["node", "packages/backend", "--config", "app-config.yaml", "--config", "app-config.production.yaml"]
