// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.fuzz.Claims;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Any three lines as the server's name of a backup, a version and a host. */
public final class ArchiveNamesFuzz {

  private static final int MOST_OF_A_NAME = 255;
  private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
  private static final ApplianceId ID = new ApplianceId("0a".repeat(16));

  private ArchiveNamesFuzz() {}

  /** Makes names of them, which have to be safe whatever they are made of. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String[] lines = Claims.text(bytes).split("\n", 3);
    String version = lines.length > 1 ? lines[1].strip() : "";
    String host = lines.length > 2 ? lines[2] : "site1.example.com";
    ApplianceHealth health =
        new ApplianceHealth(
            ID,
            null,
            version.isEmpty() ? null : ApplianceVersion.parse(version),
            true,
            List.of(),
            FailoverRole.PRIMARY,
            List.of(),
            null);

    check(ArchiveNames.file(lines[0], health, host, AT));
    check(ArchiveNames.file(null, health, host, AT));
    String folder = ArchiveNames.folder(AT, host, ID);
    Claims.that(isOneName(folder), "a folder that is more than a name");
    Claims.that(!ArchiveNames.isUnfinished(folder), "a folder that looks unfinished");
  }

  private static void check(String file) {
    Claims.that(ArchiveNames.isOfBackup(file, false), "a file that is not safe");
    Claims.that(isOneName(file), "a file that is more than a name");
    Claims.that(!ArchiveNames.isManifestPart(file), "a file that looks like part of a manifest");
  }

  private static boolean isOneName(String name) {
    return name.length() <= MOST_OF_A_NAME
        && Path.of("archive").resolve(name).normalize().equals(Path.of("archive", name))
        && Path.of(name).getNameCount() == 1;
  }
}
