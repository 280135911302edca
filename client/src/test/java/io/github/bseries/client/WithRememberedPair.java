// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a client of a scripted pair, and the folder of its history file. */
@Timeout(60)
abstract class WithRememberedPair {

  @TempDir Path folder;
  RememberedPair remembered;
  PairClient pair;

  @BeforeEach
  void connect() throws IOException {
    remembered = new RememberedPair(folder);
    pair = remembered.client();
  }

  @AfterEach
  void close() throws IOException {
    pair.close();
    remembered.close();
  }
}
