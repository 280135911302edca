// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.core.readiness.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The file that declares a pair: {@link PairDeclaration} as JSON, to be typed in by the people of
 * the pair at the pages of the appliances, reviewed, and kept under version control.
 *
 * <p>{@code docs/guide/pair-file.md} shows it and explains each field. No secret has a place in it,
 * and a message never shows a value that may be one.
 *
 * <p>What was written is read back as an equal declaration, and equal declarations are written as
 * equal texts, in one order and layout, so that a change of a pair is a small change of its file.
 *
 * @since 0.1
 */
public final class PairFile {

  /** A pair with a hundred certificates on both sides is far below it. */
  private static final FormFile FILE = new FormFile("pair file", 1024 * 1024);

  private PairFile() {}

  /**
   * Reads what a file declares. The rules that it may name are the standard ones.
   *
   * @param file in UTF-8, at most 1 MiB long; no more of it is read
   * @throws InvalidFileException if the file declares no pair; it names all that is wrong
   * @throws UncheckedIOException if the file cannot be read
   */
  public static PairDeclaration read(Path file) {
    return read(file, RuleBook.standard());
  }

  /**
   * Reads what a file declares.
   *
   * @param file in UTF-8, at most 1 MiB long; no more of it is read
   * @param rules the rules that it may name: one that is not in there cannot be silenced
   * @throws InvalidFileException if the file declares no pair; it names all that is wrong
   * @throws UncheckedIOException if the file cannot be read
   */
  public static PairDeclaration read(Path file, RuleBook rules) {
    try {
      return FILE.read(file, DeclarationForm.of(rules));
    } catch (IOException e) {
      throw FILE.unreadable(file, e);
    }
  }

  /**
   * Returns what a text declares. The rules that it may name are the standard ones.
   *
   * @param json the content of a pair file, at most 1,048,576 characters long
   * @throws InvalidFileException if the text declares no pair; it names all that is wrong
   */
  public static PairDeclaration parse(String json) {
    return parse(json, RuleBook.standard());
  }

  /**
   * Returns what a text declares.
   *
   * @param json the content of a pair file, at most 1,048,576 characters long
   * @param rules the rules that it may name: one that is not in there cannot be silenced
   * @throws InvalidFileException if the text declares no pair; it names all that is wrong
   */
  public static PairDeclaration parse(String json, RuleBook rules) {
    return FILE.parse(json, DeclarationForm.of(rules));
  }

  /**
   * Writes a declaration into a file: the old content is replaced as a whole, at once, and only
   * when the new one is on the disk.
   *
   * <p>What people wrote otherwise into the file, in another order or layout, is gone then. A rule
   * that the declaration names is not looked up; who reads the file has to know it.
   *
   * @param file need not exist; its folder must. Behind a symbolic link, the file is replaced and
   *     not the link
   * @throws UncheckedIOException if the file cannot be written. Then it is as it was, or it has its
   *     new content, and a crash of the machine may take that back
   * @throws IllegalArgumentException if the declaration holds so much text that it would not be
   *     read again
   */
  public static void write(PairDeclaration declaration, Path file) {
    FILE.write(toJson(declaration), file);
  }

  /**
   * Returns the content of the file for a declaration: indented, one line for each value, with a
   * line end at its end.
   *
   * @throws IllegalArgumentException if the declaration holds so much text that it would not be
   *     read again
   */
  public static String toJson(PairDeclaration declaration) {
    return FILE.readable(
        DeclarationForm.of(RuleBook.standard()).print(DeclarationForm.write(declaration)));
  }
}
