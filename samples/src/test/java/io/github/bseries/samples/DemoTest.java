// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir private Path folder;

  @Test
  void the_demo_switches_over_and_brings_the_backup_home() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    boolean done = new Demo(new PrintStream(printed, true, StandardCharsets.UTF_8), folder).run();

    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(done).isTrue();
    assertThat(text)
        .containsSubsequence(
            "Before",
            "is primary, success 1",
            "is backup, success 1",
            "ONE_PRIMARY",
            "Switchover, with a data sync first",
            "AwaitsSync",
            "normal primary: primary, normal backup: backup",
            "normal primary: backup, normal backup: primary",
            "After",
            "is backup, success 1",
            "is primary, success 1",
            "Backup of the new primary");
    assertThat(text).contains("67108864 bytes", sha256(theOneFile()));
  }

  private Path theOneFile() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }
}
