// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.benchmarks;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.CallLimits;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceHealth;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One health, by our client and by the HTTP library alone, each over a new connection with TLS. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() before all
public class HealthRead {

  private final String address = System.getProperty("benchmark.address", "");
  private final Path trusted = Path.of(System.getProperty("benchmark.trusted", ""));

  private ApplianceClient client;
  private ApiAccount account;
  private OkHttpClient plain;

  /** Opens both. */
  @Setup
  public void open() throws Exception {
    account = ApiAccount.of("client", "secret".toCharArray(), CallLimits.unlimited());
    client =
        ApplianceClient.builder()
            .address(ApplianceAddress.parse(address))
            .account(account)
            .trustedCertificates(trusted)
            .build();
    X509TrustManager trust = PlainHealth.trust(trusted);
    plain =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .sslSocketFactory(PlainHealth.tls(trust).getSocketFactory(), trust)
            .socketFactory(new AtOnce())
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
  }

  /** Closes the client. */
  @TearDown
  public void close() {
    client.close();
    account.close();
  }

  /** Our client: typed, checked, within the limits, repeated if need be. */
  @Benchmark
  public ApplianceHealth ours() {
    return client.checkHealth();
  }

  /** OkHttp and StAX, and nothing else. */
  @Benchmark
  public PlainHealth plain() throws Exception {
    Request request =
        new Request.Builder()
            .url(address + "/api/command?action=check_health")
            .header("Authorization", "Bearer 0123456789abcdef")
            .header("Connection", "close")
            .build();
    try (Response response = plain.newCall(request).execute();
        InputStream body = response.body().byteStream()) {
      return PlainHealth.read(body);
    }
  }

  /** Without it a new TLS connection waits for a delayed acknowledgement; our client has it too. */
  private static final class AtOnce extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
