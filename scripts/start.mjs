// The only file that an old Node must be able to read: no import statements, nothing newer than dynamic import.
const version = process.versions.node.split(".");
const major = Number(version[0]);

if (major > 20 || (major === 20 && Number(version[1]) >= 19)) {
  import("./start/production.mjs");
} else {
  process.stderr.write(
    "Leerlus needs Node.js 20.19 or newer, and this is " +
      process.versions.node +
      ". Install a newer one (https://nodejs.org) and type npm start again.\n",
  );
  process.exitCode = 1;
}
