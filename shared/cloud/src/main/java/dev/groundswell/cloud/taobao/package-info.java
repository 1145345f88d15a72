/** The Taobao Open Platform over HTTP. Read {@link dev.groundswell.cloud.taobao.TaobaoGateway}. */
@NullMarked
package dev.groundswell.cloud.taobao;

import org.jspecify.annotations.NullMarked;
