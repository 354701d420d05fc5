// Attachments that are programs, or start one, or reach out by themselves when they are opened.
import { extensionOf } from '../../shared/file-name.ts';

/** Of all systems at once: a file travels on. From the lists that mail programs block, and what each system starts on a click. */
const programExtensions = new Set(
  `
  exe com scr pif cpl msi msp mst msc msix msixbundle appx appxbundle appinstaller application gadget
  bat cmd ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 pssc vb vbe vbs js jse mjs ws wsf wsc wsh sct shb shs hta htc
  reg inf ins isp job jnlp jar class lnk url website scf library-ms search-ms searchconnector-ms settingcontent-ms theme themepack diagcab
  dll ocx sys drv fon vxd xll xlam xla xlsm xlsb xltm docm dotm pptm potm ppam ppsm sldm one onepkg accde accdb ade adp mda mdb mde mdt mdw mdz mas
  chm hlp grp prf prg bas csh ksh sh bash zsh fish run out elf bin appimage flatpakref flatpakrepo snap deb rpm apk ipa
  app command workflow action tool terminal dmg pkg mpkg osx scpt scptd applescript fileloc inetloc webloc mobileconfig prefpane
  desktop service py pyc pyo pyw pyz rb pl php lua jsp asp aspx air swf iso img vhd vhdx udf wim cab
  htm html xhtml mht mhtml shtml svg xml xsl xslt
  `
    .trim()
    .split(/\s+/)
    .map((extension) => `.${extension}`),
);

const programTypes =
  /^(?:application\/(?:x-(?:ms(?:dos-program|download|i|-shortcut)|executable|sharedlib|sh|shellscript|csh|perl|python.*|desktop|java-.*|elf|mach-binary|apple-diskimage|iso9660-image)|vnd\.(?:microsoft\.portable-executable|debian\.binary-package|appimage|android\.package-archive)|java-archive|hta|javascript|xhtml\+xml)|text\/(?:javascript|vbscript|html|x-(?:python|shellscript|sh|msdos-batch))|image\/svg\+xml)$/i;

/**
 * Whether a click must not simply open this attachment. `name` is the safe name (file-name.ts), `head` the first bytes of the file:
 * a program is one by its content too, whatever it is called.
 */
export function isProgram(name: string, mimeType: string, head: Uint8Array): boolean {
  const type = mimeType.split(';', 1)[0]?.trim() ?? '';
  return programExtensions.has(extensionOf(name)) || programTypes.test(type) || hasProgramHead(head);
}

/** MZ (Windows), ELF, Mach-O in its four forms and its fat one (also Java classes), `#!`. */
function hasProgramHead(head: Uint8Array): boolean {
  const text = Buffer.from(head.subarray(0, 4)).toString('latin1');
  return /^(?:MZ|#!|\x7fELF|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe)/s.test(text);
}
