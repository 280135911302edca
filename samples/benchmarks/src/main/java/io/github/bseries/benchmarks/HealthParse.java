// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.benchmarks;

import io.github.bseries.client.internal.xml.CommandAnswers;
import io.github.bseries.client.internal.xml.XmlAnswer;
import io.github.bseries.core.pair.ApplianceHealth;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The body of one health, made a value: with JAXB and all checks, and with StAX and none. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HealthParse {

  private final byte[] body = HealthServer.HEALTH.getBytes(StandardCharsets.UTF_8);

  /** Our client's way. */
  @Benchmark
  public XmlAnswer<ApplianceHealth> ours() {
    return CommandAnswers.health(body);
  }

  /** StAX alone. */
  @Benchmark
  public PlainHealth plain() throws XMLStreamException {
    return PlainHealth.read(new ByteArrayInputStream(body));
  }
}
