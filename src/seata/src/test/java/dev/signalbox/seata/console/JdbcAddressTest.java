package dev.signalbox.seata.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "jdbc:postgresql://db:5432/orders -> jdbc:postgresql://db:5432/orders",
                "jdbc:mysql://root:pw@db:3306/orders -> jdbc:mysql://db:3306/orders",
                "jdbc:postgresql://db/orders?user=me&password=pw&ssl=true"
                        + " -> jdbc:postgresql://db/orders?user=***&password=***&ssl=true",
                "jdbc:sqlserver://db;databaseName=orders;user=me;Password=p,w;encrypt=true ->"
                    + " jdbc:sqlserver://db;databaseName=orders;user=***;Password=***;encrypt=true",
                "jdbc:oracle:thin:scott/tiger@//db:1521/orders ->"
                        + " jdbc:oracle:thin:@//db:1521/orders",
                "jdbc:oracle:thin:@//db:1521/orders -> jdbc:oracle:thin:@//db:1521/orders",
                "reserveStock -> reserveStock",
                "org.example.Action:try@//x -> org.example.Action:try@//x"
            })
    void secretsAreLeftOut(String resource, String shown) {
        assertThat(JdbcAddress.withoutSecrets(resource)).isEqualTo(shown);
    }
}
