// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.backup.AgeKeys;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeRecipientTest {

  private static final String KEY = AgeKeys.RECIPIENTS.get(0).text();
  private static final String OTHER = AgeKeys.RECIPIENTS.get(1).text();

  @TempDir private Path folder;

  @Test
  void a_public_key_is_one() {
    assertThat(new AgeRecipient(KEY)).hasToString(KEY).isEqualTo(new AgeRecipient(KEY));
  }

  @Test
  void the_key_of_the_specification_of_age_is_one() {
    String known = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

    assertThat(new AgeRecipient(known).text()).isEqualTo(known);
  }

  @Test
  void a_private_key_is_refused_and_not_shown() {
    String secret = AgeKeys.identity(0);

    assertThatThrownBy(() -> new AgeRecipient(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("private key")
        .message()
        .doesNotContain(secret.substring(16));
  }

  @ParameterizedTest
  @CsvSource({
    "'', does not begin with age1",
    "ssh-ed25519 AAAAC3Nza, keys of SSH",
    "hunter2, does not begin with age1",
    "age1, mistyped",
    "age1qqqq, mistyped"
  })
  void something_else_is_refused_in_words(String text, String words) {
    assertThatThrownBy(() -> new AgeRecipient(text)).hasMessageContaining(words);
  }

  @Test
  void a_key_with_one_wrong_letter_is_refused() {
    char last = KEY.charAt(KEY.length() - 1);
    String mistyped = KEY.substring(0, KEY.length() - 1) + (last == 'q' ? 'p' : 'q');

    assertThatThrownBy(() -> new AgeRecipient(mistyped)).hasMessageContaining("mistyped");
    assertThatThrownBy(() -> new AgeRecipient(KEY + " ")).hasMessageContaining("mistyped");
    assertThatThrownBy(() -> new AgeRecipient(KEY.substring(0, 40)))
        .hasMessageContaining("mistyped");
  }

  @Test
  void a_key_to_which_nothing_can_be_encrypted_is_refused() {
    // 32 bytes of zero, with the right checksum.
    String zero = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z";

    assertThatThrownBy(() -> new AgeRecipient(zero)).hasMessageContaining("no key of the kind");
  }

  @Test
  void a_file_of_them_is_read_as_age_reads_it() throws Exception {
    Path file = folder.resolve("recipients.txt");
    Files.writeString(file, "# the safe\n\n" + KEY + "\n  " + OTHER + "  \n");

    assertThat(AgeRecipient.ofFile(file))
        .extracting(AgeRecipient::text)
        .containsExactly(KEY, OTHER);
  }

  @Test
  void a_wrong_line_of_a_file_is_named() throws Exception {
    Path file = folder.resolve("recipients.txt");
    Files.writeString(file, "# the safe\n" + KEY + "\nhunter2\n");

    assertThatThrownBy(() -> AgeRecipient.ofFile(file))
        .hasMessageContaining(file + ", line 3")
        .message()
        .doesNotContain("hunter2");
    Files.writeString(file, "# nobody\n");
    assertThatThrownBy(() -> AgeRecipient.ofFile(file)).hasMessageContaining("no recipient in");
    assertThatThrownBy(() -> AgeRecipient.ofFile(folder.resolve("none")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none");
  }
}
