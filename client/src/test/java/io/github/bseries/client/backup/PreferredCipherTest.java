// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.TestClassPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says of a faster cipher holds for each provider, NSS or another. */
class PreferredCipherTest {

  private static final int BYTES = 3_000_000;
  private static final int CHUNKS = 46;

  @TempDir private Path folder;

  /** Stores a backup in a process of its own, and returns what that printed, its exit code last. */
  private List<String> stored(String... security) throws Exception {
    Path properties = Files.write(folder.resolve("cipher.properties"), List.of(security));
    Path recipients =
        Files.writeString(
            folder.resolve("recipients"),
            AgeKeys.RECIPIENTS.stream().map(AgeRecipient::text).collect(Collectors.joining("\n")));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.security.properties=" + properties,
                "-cp",
                TestClassPath.text(),
                EncryptingProcess.class.getName(),
                folder.resolve("archive").toString(),
                recipients.toString(),
                String.valueOf(BYTES))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Stream.concat(printed.lines(), Stream.of("exit " + process.waitFor())).toList();
  }

  @Test
  void the_cipher_that_java_is_told_to_prefer_encrypts_what_its_own_decrypts() throws Exception {
    List<String> printed = stored(next(HeardCipher.class.getName()), preferred("HeardCipher"));

    ArchivedBackup stored =
        BackupArchive.open(folder.resolve("archive")).catalogue().backups().get(0);
    assertThat(AgeKeys.decrypted(stored.file(), 1)).isEqualTo(ScriptedSource.content(BYTES, BYTES));
    assertThat(printed)
        .filteredOn(HeardCipher.WORDS::equals)
        .as("the chunks, and the key of the file for each recipient")
        .hasSizeGreaterThanOrEqualTo(CHUNKS + AgeKeys.RECIPIENTS.size());
  }

  @Test
  void a_provider_that_is_there_and_not_preferred_is_not_asked() throws Exception {
    List<String> printed = stored(next(HeardCipher.class.getName()));

    assertThat(printed).doesNotContain(HeardCipher.WORDS).hasSize(2).endsWith("exit 0");
  }

  @Test
  void a_library_that_is_not_there_is_told_before_anything_is_brought() throws Exception {
    Path config =
        Files.write(
            folder.resolve("nss.cfg"),
            List.of("name = NSS", "nssLibraryDirectory = " + folder, "nssDbMode = noDb"));

    List<String> printed = stored(next("SunPKCS11 " + config), preferred("SunPKCS11-NSS"));

    assertThat(printed)
        .endsWith("exit 1")
        .anyMatch(line -> line.contains("the ciphers of this Java runtime fail"));
    assertThat(BackupArchive.open(folder.resolve("archive")).catalogue().backups()).isEmpty();
  }

  @Test
  void a_cipher_that_breaks_meanwhile_is_a_typed_error_and_leaves_nothing() throws Exception {
    String heard = next(HeardCipher.class.getName());
    String preferred = preferred("HeardCipher");
    long uses = stored(heard, preferred).stream().filter(HeardCipher.WORDS::equals).count();
    Path archive = folder.resolve("archive");
    String[] before = archive.toFile().list();

    // In the middle, and in the last chunk, which is written at the end.
    for (long whole : List.of(uses / 2, uses - 1)) {
      List<String> printed = stored(heard, preferred, HeardCipher.WHOLE + "=" + whole);

      assertThat(printed)
          .endsWith("exit 1")
          .anyMatch(
              line ->
                  line.contains("UncheckedIOException")
                      && line.contains("cannot encrypt")
                      && line.contains("the device is gone"));
      assertThat(archive.toFile().list()).containsExactlyInAnyOrder(before);
    }
  }

  private static String next(String provider) {
    return "security.provider." + (Security.getProviders().length + 1) + "=" + provider;
  }

  private static String preferred(String provider) {
    return "jdk.security.provider.preferred=Cipher." + HeardCipher.CIPHER + ":" + provider;
  }
}
