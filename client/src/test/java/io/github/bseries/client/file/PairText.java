// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.core.pair.AppliancePair;
import java.util.List;

/** Texts of pair files, typed in with single quotes, and what is said of them. */
final class PairText {

  static final String HEAD = "'format':'bseries-pair','version':1,";
  static final String SITE = "'siteHostName':'support.example.com',";
  static final String CUTOVER = "'cutover':{'natSwing':{}},";
  static final String BACKUP = ",'normalBackup':{'address':'site2.example.com'}";

  static String json(String text) {
    return text.replace('\'', '"');
  }

  static String pairWith(String members) {
    return "{"
        + HEAD
        + SITE
        + CUTOVER
        + "'normalPrimary':{'address':'a.example'}"
        + BACKUP
        + ","
        + members
        + "}";
  }

  static String primaryWith(String members) {
    return "{"
        + HEAD
        + SITE
        + CUTOVER
        + "'normalPrimary':{'address':'a.example',"
        + members
        + "}"
        + BACKUP
        + "}";
  }

  static AppliancePair parsed(String text) {
    return declared(text).pair();
  }

  static PairDeclaration declared(String text) {
    return PairFile.parse(json(text));
  }

  static List<String> problems(String text) {
    InvalidFileException invalid =
        catchThrowableOfType(InvalidFileException.class, () -> parsed(text));
    return invalid.problems().stream().map(InvalidFileException.Problem::toString).toList();
  }

  private PairText() {}
}
