// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupContentTest {

  private static String objection(byte[] beginning) {
    return BackupContent.objection(beginning, 1024);
  }

  private static byte[] binary(int length) {
    byte[] bytes = new byte[length];
    new Random(42).nextBytes(bytes);
    bytes[0] = 'N';
    bytes[1] = 7;
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 5000, BackupContent.LOOKED_AT})
  void bytes_that_are_no_text_are_let_through(int length) {
    assertThat(objection(binary(length))).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 1023})
  void few_bytes_are_no_backup(int length) {
    assertThat(objection(binary(length))).contains("too few");
  }

  @Test
  void no_bytes_are_no_backup() {
    assertThat(objection(new byte[0])).contains("empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html>",
        "\n\n <html lang=\"en\">",
        "\uFEFF<?xml version=\"1.0\"?><error>no</error>",
        "<error>no</error>"
      })
  void markup_is_no_backup_however_long_it_is(String start) {
    String page = start + "x".repeat(200_000);
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
      byte[] beginning = Arrays.copyOf(page.getBytes(charset), BackupContent.LOOKED_AT);

      assertThat(objection(beginning)).as(charset.name()).contains("HTML or XML");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invalid credentials", "{\"status\":\"busy\"}", "Yetkiniz yok: ğüşı\n"})
  void text_is_no_backup(String text) {
    assertThat(objection(text.repeat(100).getBytes(StandardCharsets.UTF_8))).contains("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Warning: x\n", "\f<p>Sign in</p>", "{\"error\":\"busy\"} ", "ğüşı "})
  void text_that_is_longer_than_what_is_looked_at_is_no_backup(String text) {
    for (String before : new String[] {"", "x", "xx"}) {
      byte[] page = (before + text.repeat(100_000)).getBytes(StandardCharsets.UTF_8);

      assertThat(objection(Arrays.copyOf(page, BackupContent.LOOKED_AT))).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void text_is_no_backup_in_other_charsets_however_long_it_is(String charset) {
    String text = "Der Zugriff wurde verweigert: g\u00fcltig bis \u00fcbermorgen.\r\n";
    for (int times : new int[] {30, 5_000}) {
      byte[] page = text.repeat(times).getBytes(Charset.forName(charset));
      byte[] beginning = Arrays.copyOf(page, Math.min(page.length, BackupContent.LOOKED_AT));

      assertThat(objection(beginning)).as("%s times", times).isEqualTo("the body is text");
    }
  }

  @Test
  void text_in_another_script_is_no_backup_where_a_mark_says_that_it_is_utf_16() {
    byte[] page =
        "\u041d\u0435\u0442 \u0434\u043e\u0441\u0442\u0443\u043f\u0430\n"
            .repeat(9_999)
            .getBytes(StandardCharsets.UTF_16);

    assertThat(objection(Arrays.copyOf(page, BackupContent.LOOKED_AT))).contains("text");
  }

  @Test
  void one_control_byte_at_the_end_of_the_beginning_is_no_text() {
    byte[] page = "x".repeat(BackupContent.LOOKED_AT).getBytes(StandardCharsets.ISO_8859_1);
    page[page.length - 1] = 3;

    assertThat(objection(page)).isNull();
  }

  @Test
  void a_binary_body_may_begin_with_a_bracket() {
    byte[] bytes = binary(4096);
    bytes[0] = '<';
    bytes[1] = 7;

    assertThat(objection(bytes)).isNull();
  }

  @Test
  void the_byte_order_mark_of_a_text_before_it_is_no_beginning_of_a_backup() {
    byte[] marked = binary(4096);
    System.arraycopy("\uFEFF".getBytes(StandardCharsets.UTF_8), 0, marked, 0, 3);
    byte[] nearly = marked.clone();
    nearly[2] = 0;

    assertThat(objection(marked)).contains("byte order mark");
    assertThat(objection(nearly)).isNull();
  }
}
