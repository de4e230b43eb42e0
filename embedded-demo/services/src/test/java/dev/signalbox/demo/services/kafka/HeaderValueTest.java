package dev.signalbox.demo.services.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class HeaderValueTest {

    @Test
    void aPartitionIsFourBytesBigEndian() {
        assertThat(HeaderValue.int32(0x01020304)).containsExactly(1, 2, 3, 4);
        assertThat(HeaderValue.int32(2)).containsExactly(0, 0, 0, 2);
    }

    @Test
    void anOffsetIsEightBytesBigEndian() {
        assertThat(HeaderValue.int64(258)).containsExactly(0, 0, 0, 0, 0, 0, 1, 2);
    }

    @Test
    void aTimestampOfTheRetryTopicHasAsManyBytesAsItNeeds() {
        assertThat(HeaderValue.shortest(1_795_358_687_204L)).hasSize(6);
        assertThat(HeaderValue.shortest(0)).containsExactly(0);
    }

    @Test
    void textIsUtf8() {
        assertThat(HeaderValue.text("é€")).containsExactly(0xC3, 0xA9, 0xE2, 0x82, 0xAC);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Headers headers = new RecordHeaders();
        headers.add("text", HeaderValue.text("orders"));
        headers.add("int32", HeaderValue.int32(7));
        headers.add("int64", HeaderValue.int64(1_795_358_687_204L));
        headers.add("shortest", HeaderValue.shortest(1_795_358_687_204L));

        assertThat(HeaderValue.text(headers, "text")).contains("orders");
        assertThat(HeaderValue.int32(headers, "int32")).hasValue(7);
        assertThat(HeaderValue.integer(headers, "int64")).hasValue(1_795_358_687_204L);
        assertThat(HeaderValue.integer(headers, "shortest")).hasValue(1_795_358_687_204L);
    }

    @Test
    void ofSeveralHeadersTheLastCounts() {
        Headers headers = new RecordHeaders();
        headers.add("n", HeaderValue.int32(1)).add("n", HeaderValue.int32(2));

        assertThat(HeaderValue.int32(headers, "n")).hasValue(2);
    }

    @Test
    void whatHasAnotherFormIsNotThere() {
        Headers headers = new RecordHeaders();
        headers.add("n", HeaderValue.text("seven"));
        headers.add("empty", new byte[0]);
        headers.add("null", null);
        headers.add("long", new byte[9]);

        assertThat(HeaderValue.int32(headers, "n")).isEmpty();
        assertThat(HeaderValue.integer(headers, "empty")).isEmpty();
        assertThat(HeaderValue.integer(headers, "null")).isEmpty();
        assertThat(HeaderValue.integer(headers, "long")).isEmpty();
        assertThat(HeaderValue.text(headers, "null")).isEmpty();
        assertThat(HeaderValue.text(headers, "none")).isEmpty();
    }
}
