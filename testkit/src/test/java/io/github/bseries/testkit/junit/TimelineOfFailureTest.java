// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.bseries.testkit.SimulatedPair;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

class TimelineOfFailureTest {

  @Test
  void a_test_that_fails_tells_what_its_pair_was_asked_and_no_other_does() {
    List<String> published = new CopyOnWriteArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(OneFailsOnePasses.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build(),
            new TestExecutionListener() {
              @Override
              public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                published.add(test.getDisplayName() + entry.getKeyValuePairs());
              }
            });

    assertThat(published)
        .singleElement()
        .asString()
        .startsWith("it fails")
        .contains("timeline of the simulated pair")
        .contains("2026-03-01T12:00:00Z  a  is primary, and off");
  }

  /** Run by the test above only. */
  @SimulatedPairTest
  static class OneFailsOnePasses {

    @Test
    void it_fails(SimulatedPair pair) {
      pair.a().powerOff();
      assertThat(pair.a().isOn()).isTrue();
    }

    @Test
    void it_is_aborted(SimulatedPair pair) {
      throw new TestAbortedException(pair + " is not what this test is for");
    }

    @Test
    void it_passes(SimulatedPair pair) {
      assertThat(pair.a().isOn()).isTrue();
    }
  }
}
