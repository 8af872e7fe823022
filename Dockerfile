# The same commands as on a laptop, in two steps: build with everything, run with what production needs.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/app/data
WORKDIR /app
# All other packages are in the build; this one is machine code. The database comes by DATABASE_URL.
COPY --from=build /app/node_modules/@node-rs node_modules/@node-rs
COPY --from=build /app/build build
COPY package.json LICENSE ./
COPY db/migrations db/migrations
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "build/server/main.js"]
