// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.internal.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers the next backup of an archive: higher than all that are there, those included whose
 * manifest cannot be read now and may be readable again tomorrow.
 */
final class NextNumber {

  /** Fits a manifest that is cut, or of a version to come, too. */
  private static final Pattern NUMBER =
      Pattern.compile("\"number\"\\s*+:\\s*+([0-9]{1,18})(?![0-9])");

  private NextNumber() {}

  /** Returns the number. */
  static long after(ArchiveCatalogue catalogue) {
    long highest = catalogue.newest().map(it -> it.manifest().number()).orElse(0L);
    long unknown = 0;
    for (ArchiveRemark remark : catalogue.remarks()) {
      if (remark.kind() == ArchiveRemark.Kind.DAMAGED) {
        OptionalLong told = told(remark.path());
        highest = Math.max(highest, told.orElse(0));
        unknown += told.isPresent() ? 0 : 1;
      }
    }
    return highest + unknown + 1;
  }

  /** Returns what a damaged manifest still says; empty if it says nothing. */
  private static OptionalLong told(Path damaged) {
    Path manifest =
        damaged.endsWith(ArchiveNames.MANIFEST) ? damaged : damaged.resolve(ArchiveNames.MANIFEST);
    if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
      return OptionalLong.empty();
    }
    try {
      byte[] bytes = WholeFile.read(manifest, ManifestForm.LONGEST_BYTES);
      Matcher found = NUMBER.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
      return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
