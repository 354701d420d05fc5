// Makes the .deb of the unpacked Linux app with Debian's own dpkg-deb: no download, and the same file from the same input.
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { LaunchError } from './say.mjs';

/** What the app loads at start, on old and new releases of Debian and Ubuntu; and the keyring's library, used when it is there. */
const depends = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libnotify4',
  'xdg-utils',
];
const recommends = ['libsecret-1-0', 'gnome-keyring | kwalletmanager'];
const mimeTypes = ['message/rfc822', 'application/mbox', 'x-scheme-handler/mailto'];
const architectures = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64' });

/** Whether dpkg-deb is here. */
export async function hasDebianTools() {
  return (await runCommand('dpkg-deb', ['--version'])).code === 0;
}

/**
 * Packs `dist/linux-unpacked`.
 * @param {{ dist: string, isTrial: boolean }} options
 * @returns {Promise<string>} path of the package
 */
export async function packDeb({ dist, isTrial }) {
  const { name, version, description, author, homepage } = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8'),
  );
  const architecture = architectures[process.arch];
  if (!architecture) throw new LaunchError(`No .deb is made for ${process.arch}.`);
  const root = mkdtempSync(join(tmpdir(), 'defter-deb-'));
  try {
    const folder = join(root, 'opt', name);
    cpSync(join(dist, 'linux-unpacked'), folder, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(root, 'usr/bin'), { recursive: true });
    symlinkSync(`/opt/${name}/${name}`, join(root, 'usr/bin', name));
    writeText(join(root, 'usr/share/applications'), `${name}.desktop`, desktopEntry(name));
    writeText(join(root, 'usr/share/doc', name), 'copyright', readFileSync(join(projectRoot, 'LICENSE'), 'utf8'));
    const icons = join(projectRoot, 'electron/main/icons/png');
    for (const file of readdirSync(icons)) {
      const target = join(root, 'usr/share/icons/hicolor', file.replace('.png', ''), 'apps');
      mkdirSync(target, { recursive: true });
      cpSync(join(icons, file), join(target, `${name}.png`));
    }
    const control = {
      Package: name,
      Version: isTrial ? `${version}~trial` : version,
      Architecture: architecture,
      Maintainer: `${author.name} <${author.email}>`,
      Homepage: homepage,
      Section: 'mail',
      Priority: 'optional',
      'Installed-Size': String(Math.ceil(sizeOf(root) / 1024)),
      Depends: depends.join(', '),
      Recommends: recommends.join(', '),
      Description: `One offline-first inbox for small shops\n ${description}`,
    };
    writeText(
      join(root, 'DEBIAN'),
      'control',
      `${Object.entries(control)
        .map(([key, value]) => `${key}: ${value}`)
        .join('\n')}\n`,
    );
    writeText(join(root, 'DEBIAN'), 'postinst', postinst(name), 0o755);
    const file = join(dist, `${name}_${control.Version}_${architecture}.deb`);
    const { code, output } = await runCommand('dpkg-deb', ['--root-owner-group', '-Zxz', '-z6', '--build', root, file]);
    if (code !== 0) throw new LaunchError(`dpkg-deb failed (exit code ${code}).\n${output.trim()}`);
    return file;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} text
 * @param {number} [mode]
 */
function writeText(folder, file, text, mode = 0o644) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), text);
  chmodSync(join(folder, file), mode);
}

/** Bytes of everything in a folder. @param {string} folder @returns {number} */
function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** @param {string} name */
function desktopEntry(name) {
  return `[Desktop Entry]
Type=Application
Name=Defter
GenericName=Shop inbox
GenericName[tr]=Mağaza gelen kutusu
GenericName[el]=Εισερχόμενα καταστήματος
Comment=One inbox for e-mail and marketplaces
Comment[tr]=E-posta ve pazar yerleri için tek gelen kutusu
Comment[el]=Ένα γραμματοκιβώτιο για e-mail και αγορές
Exec=/opt/${name}/${name} %U
Icon=${name}
Terminal=false
Categories=Office;Email;Network;
MimeType=${mimeTypes.join(';')};
StartupWMClass=${name}
`;
}

/** chrome-sandbox is Chromium's helper for kernels where ordinary programs may not make namespaces. @param {string} name */
function postinst(name) {
  return `#!/bin/sh
set -e
chown root:root /opt/${name}/chrome-sandbox
chmod 4755 /opt/${name}/chrome-sandbox
if command -v update-desktop-database > /dev/null; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache > /dev/null; then gtk-update-icon-cache -q -t /usr/share/icons/hicolor || true; fi
`;
}
