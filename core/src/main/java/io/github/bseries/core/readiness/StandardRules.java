// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that come with the SDK: what the vendor's guides and pages ask of a pair, as code.
 *
 * <p>They are in groups, and in this order they are judged and shown. A new rule is one more line
 * in its group.
 *
 * @source S1, S2
 * @since 0.1
 */
public final class StandardRules {

  private static final List<Rule> SETTINGS =
      List.of(
          new BackupOperationsAreOffOnNormalPrimary(), new BackupOperationsAreOnOnNormalBackup());

  private static final List<Rule> NETWORK = List.of();

  private static final List<Rule> CONTROL = List.of();

  private static final List<Rule> ATTESTATION = List.of();

  private static final List<Rule> PAIR = List.of();

  private static final List<Rule> SYNC = List.of();

  private static final List<Rule> CERTIFICATES = List.of();

  private static final List<Rule> RECOVERY_KIT = List.of();

  private StandardRules() {}

  /** Returns all of them, in their order. */
  public static List<Rule> all() {
    return Stream.of(
            PAIR, SYNC, SETTINGS, NETWORK, CERTIFICATES, CONTROL, ATTESTATION, RECOVERY_KIT)
        .flatMap(List::stream)
        .toList();
  }
}
