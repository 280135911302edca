// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.file.WholeFile;
import io.github.bseries.client.internal.json.form.FileForm;
import io.github.bseries.client.internal.json.form.JsonSource;
import io.github.bseries.client.internal.json.form.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Files of one kind, as bytes: read up to a length, written as a whole.
 *
 * @param kind what such a file is called: {@code pair file}
 * @param longestBytes how many bytes a file has at most
 */
record FormFile(String kind, int longestBytes) {

  /**
   * Returns what a file holds.
   *
   * @throws InvalidFileException if it holds nothing of this form
   */
  <T> T read(Path file, FileForm<T> form) throws IOException {
    byte[] bytes = WholeFile.read(file, longestBytes);
    Problems problems = new Problems();
    String text = null;
    if (bytes.length > longestBytes) {
      problems.add("$", "it is " + tooLong());
    } else {
      text = JsonSource.decode(bytes, problems);
    }
    if (text == null) {
      form.judgeBeginning(new String(bytes, StandardCharsets.ISO_8859_1), problems);
    }
    T content = text == null ? null : form.read(text, problems);
    return checked(content, file.toString(), problems);
  }

  /**
   * Returns what a text holds.
   *
   * @throws InvalidFileException if it holds nothing of this form
   */
  <T> T parse(String json, FileForm<T> form) {
    Problems problems = new Problems();
    if (json.length() > longestBytes) {
      problems.add("$", "it is " + tooLong());
      form.judgeBeginning(json, problems);
    }
    T content = problems.count() > 0 ? null : form.read(json, problems);
    return checked(content, "the text of a " + kind, problems);
  }

  /**
   * Returns the text, which can be read again.
   *
   * @throws IllegalArgumentException if it is too long
   */
  String readable(String json) {
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > longestBytes) {
      throw new IllegalArgumentException(
          "the " + kind + " would take " + bytes + " bytes, " + tooLong());
    }
    return json;
  }

  /**
   * Puts the text in place of a file, or makes it.
   *
   * @param ofNew how a file is made that was not there
   * @throws UncheckedIOException if it cannot be written. Then the file is as it was, or has its
   *     new content, and a crash of the machine may take that back
   */
  void write(String json, Path file, FileAttribute<?>... ofNew) {
    try {
      WholeFile.replace(file, json.getBytes(StandardCharsets.UTF_8), ofNew);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the " + kind + " " + file + ": " + e, e);
    }
  }

  /** Returns the error that a file cannot be read. */
  UncheckedIOException unreadable(Path file, IOException e) {
    return new UncheckedIOException("cannot read the " + kind + " " + file + ": " + e, e);
  }

  private String tooLong() {
    return "longer than " + longestBytes + " bytes; no " + kind + " is that long";
  }

  private static <T> T checked(@Nullable T content, String source, Problems problems) {
    if (content == null) {
      throw new InvalidFileException(
          source,
          problems.list().stream()
              .map(it -> new InvalidFileException.Problem(it.path(), it.message()))
              .toList(),
          problems.isOfLaterVersion(),
          problems.isOfAnotherKind());
    }
    return content;
  }
}
