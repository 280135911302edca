// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.fuzz.Claims;
import io.github.bseries.client.internal.json.form.JsonSource;
import io.github.bseries.client.internal.json.form.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any bytes as the manifest of a backup. */
public final class ManifestFuzz {

  /** A path and a message. */
  private static final int MOST = 2_000;

  private ManifestFuzz() {}

  /** Loads classes, which takes longer than any input. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads it; what was read is written and read again as the same. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Problems problems = new Problems();
    BackupManifest read = read(bytes, problems);
    if (read == null) {
      Claims.that(problems.count() > 0, "no manifest, and nobody says why");
      problems.list().forEach(it -> Claims.isFitToBeShown(it.path() + ": " + it.message(), MOST));
      return;
    }
    Claims.that(
        ArchiveNames.isOfBackup(read.file(), read.isEncrypted()),
        "a file that must not have this name");
    byte[] written = ManifestForm.bytes(read);
    BackupManifest again = read(written, new Problems());
    Claims.that(read.equals(again), "written and read, it is another");
    Claims.that(
        Arrays.equals(written, ManifestForm.bytes(again)), "equal, and written in two ways");
  }

  private static BackupManifest read(byte[] bytes, Problems problems) {
    String text = JsonSource.decode(bytes, problems);
    return text == null ? null : ManifestForm.FORM.read(text, problems);
  }
}
