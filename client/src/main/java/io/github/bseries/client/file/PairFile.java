// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.file.WholeFile;
import io.github.bseries.client.internal.json.form.FileForm;
import io.github.bseries.client.internal.json.form.JsonSource;
import io.github.bseries.client.internal.json.form.Problems;
import io.github.bseries.core.pair.AppliancePair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that declares a pair: {@link AppliancePair} as JSON, to be typed in by the people of the
 * pair at the pages of the appliances, reviewed, and kept under version control.
 *
 * <p>{@code docs/guide/pair-file.md} shows it and explains each field. No secret has a place in it,
 * and a message never shows a value that may be one.
 *
 * <p>What was written is read back as an equal pair, and equal pairs are written as equal texts, in
 * one order and layout, so that a change of a pair is a small change of its file.
 *
 * @since 0.1
 */
public final class PairFile {

  /** A pair with a hundred certificates on both sides is far below it. */
  private static final int LONGEST_BYTES = 1024 * 1024;

  private static final String TOO_LONG =
      "longer than " + LONGEST_BYTES + " bytes; no pair file is that long";

  /** The form of the file. */
  static final FileForm<AppliancePair> FORM =
      new FileForm<>("bseries-pair", 1, PairForm.FIELDS, PairForm::read);

  private PairFile() {}

  /**
   * Reads the pair that a file declares.
   *
   * @param file in UTF-8, at most 1 MiB long; no more of it is read
   * @throws InvalidFileException if the file declares no pair; it names all that is wrong
   * @throws UncheckedIOException if the file cannot be read
   */
  public static AppliancePair read(Path file) {
    byte[] bytes;
    try {
      bytes = WholeFile.read(file, LONGEST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the pair file " + file + ": " + e, e);
    }
    Problems problems = new Problems();
    if (bytes.length > LONGEST_BYTES) {
      problems.add("$", "it is " + TOO_LONG);
      throw invalid(file.toString(), problems);
    }
    String text = JsonSource.decode(bytes, problems);
    return checked(text == null ? null : FORM.read(text, problems), file.toString(), problems);
  }

  /**
   * Returns the pair that a text declares.
   *
   * @param json the content of a pair file, at most 1,048,576 characters long
   * @throws InvalidFileException if the text declares no pair; it names all that is wrong
   */
  public static AppliancePair parse(String json) {
    Problems problems = new Problems();
    if (json.length() > LONGEST_BYTES) {
      problems.add("$", "it is " + TOO_LONG);
    }
    AppliancePair pair = problems.count() > 0 ? null : FORM.read(json, problems);
    return checked(pair, "the text of a pair file", problems);
  }

  /**
   * Writes a pair into a file: the old content is replaced as a whole, at once, and only when the
   * new one is on the disk.
   *
   * <p>What people wrote otherwise into the file, in another order or layout, is gone then.
   *
   * @param file need not exist; its folder must. Behind a symbolic link, the file is replaced and
   *     not the link
   * @throws UncheckedIOException if the file cannot be written; then it is as it was
   * @throws IllegalArgumentException if the pair holds so much text that it would not be read again
   */
  public static void write(AppliancePair pair, Path file) {
    byte[] content = toJson(pair).getBytes(StandardCharsets.UTF_8);
    try {
      WholeFile.replace(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the pair file " + file + ": " + e, e);
    }
  }

  /**
   * Returns the content of the file for a pair: indented, one line for each value, with a line end
   * at its end.
   *
   * @throws IllegalArgumentException if the pair holds so much text that it would not be read again
   */
  public static String toJson(AppliancePair pair) {
    String json = FORM.print(PairForm.write(pair));
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_BYTES) {
      throw new IllegalArgumentException("pair takes " + bytes + " bytes, " + TOO_LONG);
    }
    return json;
  }

  private static AppliancePair checked(
      @Nullable AppliancePair pair, String source, Problems problems) {
    if (pair == null) {
      throw invalid(source, problems);
    }
    return pair;
  }

  private static InvalidFileException invalid(String source, Problems problems) {
    return new InvalidFileException(
        source,
        problems.list().stream()
            .map(it -> new InvalidFileException.Problem(it.path(), it.message()))
            .toList());
  }
}
