/** The files by which learning management systems know a package: SCORM 1.2, SCORM 2004 (4th edition) and cmi5. */

interface PackageFacts {
  readonly id: string;
  readonly title: string;
  readonly language: 'ja' | 'en';
  /** From 0 to 1: the score that passes. */
  readonly mastery: number;
  readonly files: readonly string[];
}

/** Where a package starts. */
export const LAUNCH_FILE = 'launch.html';

export function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text.replace(/[&<>"']/g, (char) => names[char] ?? char);
}

/** NCName: identifiers of XML begin with a letter. */
const identifier = (id: string): string => `A-${id}`;

const fileLines = (files: readonly string[]): string =>
  files.map((file) => `      <file href="${escapeXml(file)}"/>`).join('\n');

export function scorm12Manifest({ id, title, mastery, files }: PackageFacts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier(id)}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="ORG">
    <organization identifier="ORG">
      <title>${escapeXml(title)}</title>
      <item identifier="ITEM" identifierref="RES">
        <title>${escapeXml(title)}</title>
        <adlcp:masteryscore>${Math.round(mastery * 100)}</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="RES" type="webcontent" adlcp:scormtype="sco" href="${LAUNCH_FILE}">
${fileLines(files)}
    </resource>
  </resources>
</manifest>
`;
}

export function scorm2004Manifest({ id, title, mastery, files }: PackageFacts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier(id)}" version="1.0"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="ORG">
    <organization identifier="ORG">
      <title>${escapeXml(title)}</title>
      <item identifier="ITEM" identifierref="RES">
        <title>${escapeXml(title)}</title>
        <imsss:sequencing>
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="PRIMARY" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${mastery}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="RES" type="webcontent" adlcp:scormType="sco" href="${LAUNCH_FILE}">
${fileLines(files)}
    </resource>
  </resources>
</manifest>
`;
}

/** A course of one assignable unit; identifiers are addresses that need not lead anywhere. */
export function cmi5Course({ id, title, language, mastery }: PackageFacts): string {
  const words = `<langstring lang="${language}">${escapeXml(title)}</langstring>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="urn:torch-playground:${id}">
    <title>${words}</title>
    <description>${words}</description>
  </course>
  <au id="urn:torch-playground:${id}:unit" moveOn="CompletedOrPassed" masteryScore="${mastery}" launchMethod="AnyWindow">
    <title>${words}</title>
    <description>${words}</description>
    <url>${LAUNCH_FILE}</url>
  </au>
</courseStructure>
`;
}
