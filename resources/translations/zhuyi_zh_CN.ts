<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Choices</name>
    <message>
        <source>Chinese → English</source>
        <translation>中文 → 英文</translation>
    </message>
    <message>
        <source>English → Chinese</source>
        <translation>英文 → 中文</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>按字</translation>
    </message>
    <message>
        <source>words</source>
        <translation>按词</translation>
    </message>
    <message>
        <source>subwords</source>
        <translation>子词</translation>
    </message>
    <message>
        <source>at white space</source>
        <translation>按空白</translation>
    </message>
    <message>
        <source>additive</source>
        <translation>加性</translation>
    </message>
    <message>
        <source>scaled dot product</source>
        <translation>缩放点积</translation>
    </message>
    <message>
        <source>dot product</source>
        <translation>点积</translation>
    </message>
    <message>
        <source>general</source>
        <translation>双线性（general）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>processor (CPU)</source>
        <translation>处理器（CPU）</translation>
    </message>
    <message>
        <source>graphics card (CUDA)</source>
        <translation>显卡（CUDA）</translation>
    </message>
    <message>
        <source>unigram model</source>
        <translation>一元语言模型</translation>
    </message>
    <message>
        <source>byte-pair encoding</source>
        <translation>字节对编码（BPE）</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>lowered</source>
        <translation>转为小写</translation>
    </message>
    <message>
        <source>lowered at beginnings</source>
        <translation>句首转为小写</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>inverse square root</source>
        <translation>平方根倒数</translation>
    </message>
    <message>
        <source>linear to 0</source>
        <translation>线性降到 0</translation>
    </message>
    <message>
        <source>cosine to 0</source>
        <translation>余弦降到 0</translation>
    </message>
    <message>
        <source>on plateau</source>
        <translation>停滞时下降</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>BLEU</source>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>Chinese characters, English subwords</source>
        <translation>中文用字，英文用子词</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>learnt</source>
        <translation>学习得到</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>直接复制</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>anew at each token</source>
        <translation>每个词元各不相同</translation>
    </message>
    <message>
        <source>variational</source>
        <translation>变分失活</translation>
    </message>
    <message>
        <source>variational, recurrent states too</source>
        <translation>变分失活，含循环状态</translation>
    </message>
</context>
<context>
    <name>ColourMap</name>
    <message>
        <source>Ocean</source>
        <translation>海洋</translation>
    </message>
    <message>
        <source>Ember</source>
        <translation>余烬</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>森林</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
</context>
<context>
    <name>CorpusName</name>
    <message>
        <source>Built-in corpus</source>
        <translation>内置语料</translation>
    </message>
</context>
<context>
    <name>CurveMarks</name>
    <message>
        <source>learning rate %1</source>
        <extracomment>A mark in the curves: the learning rate from here on</extracomment>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1, loss %2</source>
        <extracomment>A moment of the run: its step as above, and the running mean of the training loss there</extracomment>
        <translation>%1，损失 %2</translation>
    </message>
</context>
<context>
    <name>CurvePanel</name>
    <message>
        <source>best %1</source>
        <extracomment>The validation with the lowest loss</extracomment>
        <translation>最佳 %1</translation>
    </message>
    <message>
        <source>%1 (step %2)</source>
        <extracomment>%1: the last of the values. %2: the step of the validation that it comes from</extracomment>
        <translation>%1（第 %2 步）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between values</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a run and its values</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>DrawnMap</name>
    <message>
        <source>true alignment</source>
        <translation>标准对齐</translation>
    </message>
    <message>
        <source>possible alignment</source>
        <translation>可能的对齐</translation>
    </message>
    <message>
        <source>%1 % of the attention on the true alignment</source>
        <translation>%1 % 的注意力落在标准对齐上</translation>
    </message>
</context>
<context>
    <name>EpochTicker</name>
    <message>
        <source>epoch %1</source>
        <extracomment>Where an epoch begins in the loss curves</extracomment>
        <translation>第 %1 轮</translation>
    </message>
</context>
<context>
    <name>Fonts</name>
    <message>
        <source>No font on this machine draws Chinese; install the package fonts-noto-cjk and start again.</source>
        <translation>这台电脑上没有能显示中文的字体；请安装软件包 fonts-noto-cjk，然后重新启动本程序。</translation>
    </message>
</context>
<context>
    <name>HeatmapStatistics</name>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>覆盖度</translation>
    </message>
    <message>
        <source>Entropy of “%1”: %2 bit of at most %3. How spread out its attention is: 0 where all of it lies on one source word, the most where it is even over all of them.</source>
        <translation>“%1”的熵：%2 比特，最大为 %3。熵说明注意力有多分散：全部集中在一个原文词上时为 0，均匀分布在所有原文词上时最大。</translation>
    </message>
    <message>
        <source>Coverage of “%1”: %2. How much attention it got over the whole translation: near 0 it was passed over, above 1 (the line) it was looked at more than once.</source>
        <translation>“%1”的覆盖度：%2。即它在整句译文中共得到多少注意力：接近 0 说明被略过，大于 1（横线处）说明被看了不止一次。</translation>
    </message>
</context>
<context>
    <name>MapDifference</name>
    <message>
        <source>The two maps are of different sentences, so there is no difference to show.</source>
        <translation>两张注意力图来自不同的句子，无法比较差异。</translation>
    </message>
    <message>
        <source>The model wrote different words at the two moments, so there is no difference to show. A sentence with a reference translation keeps its words.</source>
        <translation>模型在这两个时刻写出的词不同，无法比较差异。带参考译文的句子，目标词始终不变。</translation>
    </message>
</context>
<context>
    <name>MapLabels</name>
    <message>
        <source>‹end›</source>
        <extracomment>The mark at the end of a sentence, as a token; as short as can be</extracomment>
        <translation>‹结束›</translation>
    </message>
    <message>
        <source>‹?›</source>
        <translation>‹?›</translation>
    </message>
    <message>
        <source>End of the sentence.</source>
        <translation>句子结束。</translation>
    </message>
    <message>
        <source>A word outside the model&apos;s vocabulary.</source>
        <translation>模型词表之外的词。</translation>
    </message>
    <message>
        <source>%1: a subword. ▁ marks where a word begins; a subword without it goes on with the word before.</source>
        <translation>%1：子词。▁ 表示一个词从这里开始；没有 ▁ 的子词接在前一个子词后面。</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is no file %1.</source>
        <translation>找不到文件 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is empty; choose a file with one sentence pair a line.</source>
        <translation>%1 是空文件；请选择每行一个句对的文件。</translation>
    </message>
    <message>
        <source>%1 is not a text file; choose a UTF-8 text with one sentence pair a line.</source>
        <translation>%1 不是文本文件；请选择每行一个句对的 UTF-8 文本。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text (first seen in line %2); convert it, for instance with: iconv -f GB18030 -t UTF-8.</source>
        <translation>%1 不是 UTF-8 文本（最早见于第 %2 行）；请先转换编码，例如：iconv -f GB18030 -t UTF-8。</translation>
    </message>
    <message>
        <source>%1 has only one column (line %2); each line needs a sentence, a tab and its translation.</source>
        <translation>%1 只有一列（第 %2 行）；每行应为一个句子、一个制表符和它的译文。</translation>
    </message>
    <message>
        <source>%1 has no column in Chinese beside one in English; each line needs a Chinese sentence and its English translation.</source>
        <translation>%1 中没有并列的中文列和英文列；每行应有一个中文句子和它的英文译文。</translation>
    </message>
    <message>
        <source>No pair of %1 can be used; every line was dropped as empty, repeated, malformed or too long.</source>
        <translation>%1 中没有可用的句对：每一行都因为空白、重复、格式不对或过长而被舍弃。</translation>
    </message>
    <message>
        <source>%1 leaves %2 pairs to train on, fewer than a batch of %3; add pairs or make batch_size smaller.</source>
        <translation>%1 只剩 %2 个句对可供训练，不足一批（%3 个）；请增加句对，或减小批量大小（batch_size）。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2; what was there is unchanged.</source>
        <translation>无法写入 %1：%2；原有内容没有改动。</translation>
    </message>
    <message>
        <source>%1 is not a whole model file: it is cut short or damaged (%2).</source>
        <translation>%1 不是完整的模型文件：文件被截断或已损坏（%2）。</translation>
    </message>
    <message>
        <source>%1 was written by a newer program (format %2, this one reads up to %3); update the program to open it.</source>
        <translation>%1 由更新版本的程序写成（格式 %2，本程序最高支持 %3）；请更新程序后再打开。</translation>
    </message>
    <message>
        <source>There is no model yet; train one or open a model file first.</source>
        <translation>还没有模型；请先训练一个，或打开一个模型文件。</translation>
    </message>
    <message>
        <source>%1 was made with another %2; resume with the same corpus and settings, or train anew without --resume.</source>
        <translation>%1 是用另一个 %2 生成的；请用相同的语料和设置继续，或去掉 --resume 重新训练。</translation>
    </message>
    <message>
        <source>There is no checkpoint %1 to resume from; train without --resume.</source>
        <translation>没有可供继续的检查点 %1；请去掉 --resume 再训练。</translation>
    </message>
    <message>
        <source>There is no corpus yet; open a file of sentence pairs first.</source>
        <translation>还没有语料；请先打开一个句对文件。</translation>
    </message>
    <message>
        <source>%1 has no pair that can be used to validate.</source>
        <translation>%1 中没有可用于验证的句对。</translation>
    </message>
    <message>
        <source>A model without attention has none to guide; choose another attention than none, or set guided_attention to 0.</source>
        <translation>没有注意力的模型无从引导；请把 attention 换成 none 以外的选项，或把 guided_attention 设为 0。</translation>
    </message>
    <message>
        <source>There is no setting %1; zhuyi train --list-settings names them all.</source>
        <translation>没有名为 %1 的设置；zhuyi train --list-settings 会列出全部设置。</translation>
    </message>
    <message>
        <source>%1 cannot be %2; it goes from %3 to %4.</source>
        <translation>%1 不能是 %2；取值范围是 %3 到 %4。</translation>
    </message>
    <message>
        <source>%1 cannot be %2; choose one of %3.</source>
        <translation>%1 不能是 %2；可选的有：%3。</translation>
    </message>
    <message>
        <source>There is no preset %1; choose one of %2.</source>
        <translation>没有名为 %1 的预设；可选的有：%2。</translation>
    </message>
    <message>
        <source>This machine, or this build of LibTorch, has no device %1; choose cpu or auto.</source>
        <translation>这台电脑或这一版 LibTorch 没有设备 %1；请选择 cpu 或 auto。</translation>
    </message>
    <message>
        <source>Something else is running; stop it or wait for it first.</source>
        <translation>另一项任务正在进行；请先停止它，或等它完成。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The loss is no longer a number at step %1; train again with a smaller learning_rate, or with gradient clipping (clip_norm, for instance 5; 0 is off).</source>
        <translation>第 %1 步的损失已不是有效数值；请减小学习率（learning_rate），或启用梯度裁剪（clip_norm，例如 5；0 表示关闭），再重新训练。</translation>
    </message>
    <message>
        <source>There is not enough memory for this; make batch_size, hidden_size or vocabulary_size smaller.</source>
        <translation>内存不足；请减小批量大小（batch_size）、隐藏状态维数（hidden_size）或词表大小（vocabulary_size）。</translation>
    </message>
    <message>
        <source>The engine could not be loaded: %1; reinstall the program.</source>
        <translation>无法加载引擎：%1；请重新安装本程序。</translation>
    </message>
    <message>
        <source>The engine met an error of its own: %1.</source>
        <translation>引擎内部出错：%1。</translation>
    </message>
    <message>
        <source>Not in the model&apos;s vocabulary: %1.</source>
        <translation>词表中没有：%1。</translation>
    </message>
    <message>
        <source>Matrix products run on a slow library (%1), many times slower than they could; install libopenblas0-openmp and start again.</source>
        <translation>矩阵乘法用的是一个很慢的库（%1），速度只有应有的几分之一；请安装 libopenblas0-openmp，然后重新启动本程序。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>access is denied</source>
        <translation>没有访问权限</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>磁盘报告错误</translation>
    </message>
    <message>
        <source>%1 has %2 lines and %3 has %4; line by line, the one must align the words of the other.</source>
        <translation>%1 有 %2 行，%3 有 %4 行；两个文件必须逐行对应。</translation>
    </message>
    <message>
        <source>%1, line %2: %3 is no alignment link; write i-j, or i?j for one that is only possible, with a space between links.</source>
        <translation>%1 第 %2 行：%3 不是词对齐；请写成 i-j，可能的对齐写成 i?j，之间用空格隔开。</translation>
    </message>
    <message>
        <source>%1, line %2: the link %3 lies outside its pair, which has %4 words in the first column and %5 in the second; words are what white space separates.</source>
        <translation>%1 第 %2 行：对齐 %3 超出了句对的范围，第一列有 %4 个词，第二列有 %5 个词；词以空白分隔。</translation>
    </message>
    <message>
        <source>%1 is a model without attention, which aligns nothing; train one with another attention than none.</source>
        <translation>%1 是没有注意力的模型，无法对齐；请用 none 以外的注意力训练一个。</translation>
    </message>
    <message>
        <source>The sentence is long; only its first %1 tokens were used.</source>
        <translation>句子太长，只用了前 %1 个词元。</translation>
    </message>
    <message>
        <source>A model without attention has none that could be changed; train one with another attention than none.</source>
        <translation>没有注意力的模型没有可以更改的注意力；请训练一个 attention 不是 none 的模型。</translation>
    </message>
    <message>
        <source>The attention given for target token %1 cannot be used; it takes a weight for each of the %2 source tokens, none negative and not all 0.</source>
        <translation>为第 %1 个目标词元给出的注意力无法使用；它需要给 %2 个原文词元各一个权重，不能为负，也不能全为 0。</translation>
    </message>
    <message>
        <source>%1, line %2: the link %3 lies outside its pair of %4 and %5 words; the file seems to count words from 1, not from 0.</source>
        <translation>%1 第 %2 行：对齐 %3 超出了句对的范围（%4 个词和 %5 个词）；文件似乎是从 1 数起的，不是从 0。</translation>
    </message>
    <message>
        <source>%1, line %2: the link %3 counts words from 0, not from 1.</source>
        <translation>%1 第 %2 行：对齐 %3 是从 0 数起的，不是从 1。</translation>
    </message>
    <message>
        <source>Open it again with “Words are counted from 1” ticked.</source>
        <translation>请重新打开，并勾选“词从 1 数起”。</translation>
    </message>
    <message>
        <source>Open it again without “Words are counted from 1” ticked.</source>
        <translation>请重新打开，不要勾选“词从 1 数起”。</translation>
    </message>
    <message>
        <source>The built-in grammar can make only about %2 different sentence pairs, not %1; ask for fewer.</source>
        <translation>内置语法只能生成约 %2 个不同的句对，而不是 %1 个；请少要一些。</translation>
    </message>
    <message>
        <source>The learning rate can be changed while a run is paused; pause it first.</source>
        <translation>只有在训练暂停时才能更改学习率；请先暂停。</translation>
    </message>
    <message>
        <source>Tied embeddings need as large an embedding as the hidden size; embedding_size is %1, hidden_size %2.</source>
        <translation>共享词嵌入要求词嵌入维数与隐藏状态维数相同；现在 embedding_size 为 %1，hidden_size 为 %2。</translation>
    </message>
    <message>
        <source>Coverage is a part of additive attention, and the attention chosen is %1; choose additive, or set coverage to false.</source>
        <translation>覆盖机制属于加性注意力，而所选的注意力是 %1；请选择 additive，或将 coverage 设为 false。</translation>
    </message>
    <message>
        <source>A joint vocabulary is one of subwords; choose subword as the source tokens and as the target tokens, or set joint_vocabulary to false.</source>
        <translation>联合词表由子词组成；请把原文和译文的切分方式都设为 subword，或将 joint_vocabulary 设为 false。</translation>
    </message>
    <message>
        <source>Subword sampling needs subwords; choose subword or mixed as the tokens of one side, or set subword_sampling to 0.</source>
        <translation>子词采样需要子词；请把一侧的词元设为 subword 或 mixed，或将 subword_sampling 设为 0。</translation>
    </message>
    <message>
        <source>Attention cannot be guided to subwords that change from epoch to epoch; set guided_attention or subword_sampling to 0.</source>
        <translation>子词每轮都在变，无法引导注意力；请将 guided_attention 或 subword_sampling 设为 0。</translation>
    </message>
    <message>
        <source>%1 and %2 cannot translate together: they differ in %3.</source>
        <translation>%1 和 %2 不能一起翻译：两者的 %3 不同。</translation>
    </message>
    <message>
        <source>This network is computed by LibTorch&apos;s own modules, about a third slower than the default one: the faster code knows LSTMs without layer normalisation, coverage and residual connections.</source>
        <translation>此网络由 LibTorch 自带的模块计算，比默认网络约慢三分之一：快速代码只支持不带层归一化、覆盖机制和残差连接的 LSTM。</translation>
    </message>
    <message>
        <source>This model was trained on all of %1, and validated on another file; open pairs that it does not know.</source>
        <translation>这个模型是用 %1 的全部句对训练的，验证用的是另一个文件；请打开它没有见过的句对。</translation>
    </message>
</context>
<context>
    <name>ModelName</name>
    <message>
        <source>additive attention</source>
        <translation>加性注意力</translation>
    </message>
    <message>
        <source>scaled dot-product attention</source>
        <translation>缩放点积注意力</translation>
    </message>
    <message>
        <source>dot-product attention</source>
        <translation>点积注意力</translation>
    </message>
    <message>
        <source>general attention</source>
        <translation>general（双线性）注意力</translation>
    </message>
    <message>
        <source>no attention</source>
        <translation>无注意力</translation>
    </message>
    <message>
        <source>own settings</source>
        <extracomment>Of a model&apos;s settings: those of no preset</extracomment>
        <translation>自定设置</translation>
    </message>
</context>
<context>
    <name>ModelTitle</name>
    <message>
        <source>guided attention</source>
        <translation>有引导的注意力</translation>
    </message>
    <message>
        <source>attention unguided</source>
        <translation>无引导的注意力</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>Opened model</source>
        <translation>打开的模型</translation>
    </message>
</context>
<context>
    <name>PanelInfo</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss (nats per token)</source>
        <extracomment>Unit of the loss: natural logarithm, per target token</extracomment>
        <translation>损失（奈特/词元）</translation>
    </message>
    <message>
        <source>Loss: how surprised the model is by the next word of the true translation, in nats a token. 0 – not at all. Validation: on sentences that it never trains on.</source>
        <translation>损失：参考译文的下一个词让模型有多意外，单位为奈特/词元。0：毫不意外。验证集：模型从未训练过的句子。</translation>
    </message>
    <message>
        <source>training, each step</source>
        <translation>训练集，每一步</translation>
    </message>
    <message>
        <source>training</source>
        <extracomment>The loss of one training step, before a number</extracomment>
        <translation>训练集</translation>
    </message>
    <message>
        <source>training, running mean</source>
        <translation>训练集，滑动平均</translation>
    </message>
    <message>
        <source>running mean</source>
        <translation>滑动平均</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>Perplexity: among how many equally likely words the model would be as unsure as it is; the exponential function of the loss.</source>
        <translation>困惑度：模型的不确定程度相当于在多少个等可能的词中猜测；即损失的指数函数。</translation>
    </message>
    <message>
        <source>perplexity, validation</source>
        <translation>困惑度，验证集</translation>
    </message>
    <message>
        <source>Token accuracy</source>
        <translation>词元准确率</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>token accuracy</source>
        <translation>词元准确率</translation>
    </message>
    <message>
        <source>Token accuracy: how often the model&apos;s likeliest next word is the true one, where it is told the true words before.</source>
        <translation>词元准确率：给出前面的参考词时，模型认为最可能的下一个词有多少次恰好就是参考词。</translation>
    </message>
    <message>
        <source>token accuracy, validation</source>
        <translation>词元准确率，验证集</translation>
    </message>
    <message>
        <source>BLEU</source>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>BLEU: how much of the model&apos;s own translations also stands in the true ones, in runs of one to four words. 0–100, greedy search, on a sample of the validation set.</source>
        <translation>BLEU：模型自己的译文中，一到四个词的连续片段有多少也出现在参考译文里。0–100，贪心搜索，取验证集的一个样本。</translation>
    </message>
    <message>
        <source>BLEU, validation</source>
        <translation>BLEU，验证集</translation>
    </message>
    <message>
        <source>Alignment error rate</source>
        <translation>对齐错误率</translation>
    </message>
    <message>
        <source>AER</source>
        <extracomment>Short for alignment error rate, at an axis</extracomment>
        <translation>AER</translation>
    </message>
    <message>
        <source>Alignment error rate: how far the words that attention points at are from the true alignment, on the sentences that the model never trains on. 0 % – attention points exactly where the true alignment does; 100 % – nowhere there.
Precision: the share of what attention points at that is truly aligned. Recall: the share of the sure links that it finds (Och &amp; Ney 2003).</source>
        <translation>对齐错误率：在从未训练过的句子上，注意力指向的词与标准词对齐相差多少。0 %：注意力恰好指向标准对齐所在之处；100 %：完全没有指对。
精确率：注意力所指之处有多少确实是对齐的。召回率：确定的对齐有多少被找到（Och 与 Ney，2003）。</translation>
    </message>
    <message>
        <source>alignment error rate</source>
        <translation>对齐错误率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate: how far each step moves the weights.</source>
        <translation>学习率：每一步把权重移动多远。</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Gradient norm: how steep the loss is where the model stands, before the gradient is clipped. Sudden peaks tell of steps that went too far.</source>
        <translation>梯度范数：模型当前所在之处损失有多陡（裁剪之前）。突然的尖峰说明有一步迈得太远。</translation>
    </message>
    <message>
        <source>gradient norm, each step</source>
        <translation>梯度范数，每一步</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Tokens per second: how many words of the target language the training takes in, averaged over the last seconds.</source>
        <translation>每秒词元数：训练每秒处理多少个目标语言的词，取最近几秒的平均。</translation>
    </message>
    <message>
        <source>tokens per second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>rate</source>
        <extracomment>Short for learning rate, at an axis</extracomment>
        <translation>学习率</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>RunEnd</name>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>time up</source>
        <translation>时间到</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>被打断</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>no attention</source>
        <translation>无注意力</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A network: its preset, and its attention&apos;s score function</extracomment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Direction</source>
        <translation>翻译方向</translation>
    </message>
    <message>
        <source>Which way to translate: zh-en from Chinese to English, en-zh from English to Chinese.</source>
        <translation>往哪个方向翻译：zh-en 为中译英，en-zh 为英译中。</translation>
    </message>
    <message>
        <source>Source tokens</source>
        <translation>原文切分方式</translation>
    </message>
    <message>
        <source>Target tokens</source>
        <translation>译文切分方式</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>The most frequent tokens of each side that the model knows; the rest is unknown to it.</source>
        <translation>每种语言保留多少个最常见的词元；其余的都视为未知词。</translation>
    </message>
    <message>
        <source>Minimum count</source>
        <translation>最低词频</translation>
    </message>
    <message>
        <source>A token seen less often than this stays out of the vocabulary.</source>
        <translation>出现次数少于此数的词元不进入词表。</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>最长句长</translation>
    </message>
    <message>
        <source>Pairs with more tokens than this on either side are left out; longer sentences to translate are cut.</source>
        <translation>任何一边的词元多于此数的句对不用；要翻译的句子过长时会被截断。</translation>
    </message>
    <message>
        <source>Embedding size</source>
        <translation>词嵌入维数</translation>
    </message>
    <message>
        <source>How many numbers stand for a token.</source>
        <translation>用多少个数来表示一个词元。</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>隐藏状态维数</translation>
    </message>
    <message>
        <source>Encoder layers</source>
        <translation>编码器层数</translation>
    </message>
    <message>
        <source>Decoder layers</source>
        <translation>解码器层数</translation>
    </message>
    <message>
        <source>Read both ways</source>
        <translation>双向阅读</translation>
    </message>
    <message>
        <source>The encoder reads the source forwards and backwards, so that a state knows both sides of its word.</source>
        <translation>编码器从前往后、从后往前各读一遍原文，使每个状态都知道该词前后的内容。</translation>
    </message>
    <message>
        <source>Input feeding</source>
        <translation>输入馈送（input feeding）</translation>
    </message>
    <message>
        <source>The decoder is told at each word what it attended to for the last one (Luong et al. 2015).</source>
        <translation>解码器写每个词时，都会得知写上一个词时注意了什么（Luong 等，2015）。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>How a query is scored against the source: additive (Bahdanau et al. 2015), scaled_dot (Vaswani et al. 2017), dot, general (Luong et al. 2015), or none for contrast.</source>
        <translation>怎样给查询与原文的相关程度打分：additive（Bahdanau 等，2015）、scaled_dot（Vaswani 等，2017）、dot、general（Luong 等，2015），或用 none（没有注意力）作对照。</translation>
    </message>
    <message>
        <source>Attention size</source>
        <translation>注意力维数</translation>
    </message>
    <message>
        <source>Size of the queries and keys of additive and scaled_dot attention.</source>
        <translation>加性（additive）和缩放点积（scaled_dot）注意力中查询和键的维数。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活率（dropout）</translation>
    </message>
    <message>
        <source>Share of units silenced at random while training, against learning by heart.</source>
        <translation>训练时随机关闭的单元比例，防止死记硬背。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Size of Adam&apos;s steps: too small learns slowly, too large not at all.</source>
        <translation>Adam 的步长：太小学得慢，太大学不会。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Sentence pairs in one training step.</source>
        <translation>每一步训练所用的句对数。</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪阈值</translation>
    </message>
    <message>
        <source>Gradients longer than this are shortened to it; 0 leaves them as they are.</source>
        <translation>梯度的范数超过此值时缩短到此值；0 表示不裁剪。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>How many times to go through the training set.</source>
        <translation>把训练集学习多少遍。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Share of the probability that the training target spreads over all tokens.</source>
        <translation>训练目标中分摊给所有词元的概率比例。</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>验证间隔</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Decides all that is random; the same seed and one thread give the same run again.</source>
        <translation>决定一切随机的东西；用同一个种子和单线程，可以重现同一次训练。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Processor cores to compute on; 0 for all of the machine&apos;s.</source>
        <translation>用多少个处理器核心来计算；0 表示全部。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where to compute; auto takes a GPU where LibTorch has one.</source>
        <translation>在哪里计算；auto 表示 LibTorch 有可用的 GPU 时就用它。</translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation>集束宽度</translation>
    </message>
    <message>
        <source>How many unfinished translations are kept at each step; 1 takes the most probable token, more search wider and slower.</source>
        <translation>每一步保留多少个未完成的译文；1 表示每步只取概率最高的词元，越大搜索越广，也越慢。</translation>
    </message>
    <message>
        <source>Length penalty</source>
        <translation>长度惩罚</translation>
    </message>
    <message>
        <source>How far long translations are favoured against short ones (Wu et al. 2016); 0 compares their probabilities alone.</source>
        <translation>相对于短译文，对长译文照顾多少（Wu 等，2016）；0 表示只比较概率。</translation>
    </message>
    <message>
        <source>Coverage penalty</source>
        <translation>覆盖惩罚</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>译文个数</translation>
    </message>
    <message>
        <source>How many translations of a sentence to show, the best first; at most the beam size.</source>
        <translation>每句显示几个译文，最好的在前；不超过集束宽度。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Above 0, each token is drawn at random: near 0 the probable ones, higher also unlikely ones; 0 draws nothing.</source>
        <translation>大于 0 时，每个词元都随机抽取：接近 0 时多抽到概率高的，越大越会抽到冷僻的；0 表示不采样。</translation>
    </message>
    <message>
        <source>Draw from</source>
        <translation>采样范围</translation>
    </message>
    <message>
        <source>The most probable tokens that drawing chooses from; 0 for all.</source>
        <translation>只从概率最高的这么多个词元中抽取；0 表示全部。</translation>
    </message>
    <message>
        <source>Seed of drawing</source>
        <translation>采样种子</translation>
    </message>
    <message>
        <source>The same seed draws the same translation again.</source>
        <translation>种子相同，抽出的译文也相同。</translation>
    </message>
    <message>
        <source>Known words only</source>
        <translation>只用已知词</translation>
    </message>
    <message>
        <source>The token for unknown words is never written.</source>
        <translation>译文中从不写出代表未知词的词元。</translation>
    </message>
    <message>
        <source>Replace unknown words</source>
        <translation>替换未知词</translation>
    </message>
    <message>
        <source>In place of an unknown word stands the source word that the model looked at most.</source>
        <translation>遇到未知词，就换成模型当时看得最多的那个原文词。</translation>
    </message>
    <message>
        <source>Block repeats</source>
        <translation>禁止重复</translation>
    </message>
    <message>
        <source>No sequence of this many tokens is written twice in a sentence; 0 lets all be written.</source>
        <translation>同一句中，连续这么多个词元的组合不会写第二遍；0 表示不限制。</translation>
    </message>
    <message>
        <source>Guided attention</source>
        <translation>引导注意力</translation>
    </message>
    <message>
        <source>Steps between two passes over the validation set; 0 for one at the end of each epoch and, while a run is young, after 50, 75, 100, 150, 200, 300 steps and so on.</source>
        <translation>每隔多少步在验证集上验证一次；0 表示在每轮结束时验证，训练初期还会在第 50、75、100、150、200、300 步等处验证。</translation>
    </message>
    <message>
        <source>How strongly attention is taught to follow word alignments (Chen et al. 2016): the true ones where they are known, else those of a word aligner trained on the same corpus; 1 suits most corpora, 0 leaves it free.</source>
        <translation>教注意力跟随词对齐的力度（Chen 等，2016）：有标准词对齐就用标准的，否则用在同一语料上训练的词对齐模型；1 适合多数语料，0 表示不加引导。</translation>
    </message>
    <message>
        <source>Subwords</source>
        <translation>子词算法</translation>
    </message>
    <message>
        <source>How subwords are learnt: as a unigram language model (Kudo 2018), or by byte-pair encoding (Sennrich et al. 2016).</source>
        <translation>如何学习子词：一元语言模型（Kudo，2018），或字节对编码（Sennrich 等，2016）。</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>大小写</translation>
    </message>
    <message>
        <source>English capitals: kept; lowered and put back for names and sentences; or lowered where sentences begin; auto lowers words and keeps the capitals of other tokens.</source>
        <translation>英文大写字母：保留；转为小写，输出时在专名和句首恢复；或只把句首转为小写。自动：单词转为小写，其他词元保留大写。</translation>
    </message>
    <message>
        <source>Simplified characters</source>
        <translation>转为简体字</translation>
    </message>
    <message>
        <source>Turns traditional Chinese characters into simplified ones (OpenCC), so that both are one word to the model.</source>
        <translation>把繁体字转换为简体字（OpenCC），使两种写法对模型是同一个词。</translation>
    </message>
    <message>
        <source>Tied embeddings</source>
        <translation>共享词嵌入</translation>
    </message>
    <message>
        <source>The weights that write a word are also its embedding when it is read back (Press and Wolf 2017), and with a joint vocabulary its embedding in the source as well; the embedding size and the hidden size must be equal.</source>
        <translation>输出层写出一个词所用的权重，也作为再读入该词时的词嵌入（Press 与 Wolf，2017）；使用联合词表时，还作为该词在原文中的词嵌入。词嵌入维数与隐藏状态维数必须相同。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate falls: not at all (constant), with the root of the steps (inverse_sqrt), to 0 at the end of the run (linear, cosine), or when the validation loss stands still (plateau).</source>
        <translation>学习率如何下降：不变（constant），与步数的平方根成反比（inverse_sqrt），到训练结束时降为 0（linear、cosine），或在验证损失停滞时（plateau）。</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Steps over which the learning rate rises from 0 at the beginning of a run.</source>
        <translation>训练开始时，学习率从 0 升到设定值所用的步数。</translation>
    </message>
    <message>
        <source>Decay factor</source>
        <translation>衰减系数</translation>
    </message>
    <message>
        <source>What the schedule plateau multiplies the learning rate by when the loss stands still.</source>
        <translation>plateau 方式下，损失停滞时学习率乘以这个系数。</translation>
    </message>
    <message>
        <source>Decay patience</source>
        <translation>衰减耐心值</translation>
    </message>
    <message>
        <source>Epochs in a row without a lower validation loss after which the schedule plateau lowers the rate.</source>
        <translation>plateau 方式下，验证损失连续多少轮没有降低就降低学习率。</translation>
    </message>
    <message>
        <source>Tokens in a batch</source>
        <translation>每批词元数</translation>
    </message>
    <message>
        <source>Fills the training steps up to this many target tokens instead of counting pairs; 0 counts pairs.</source>
        <translation>每个训练步按目标词元数装满到这个数目，而不按句对数；0 表示按句对数。</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>最佳标准</translation>
    </message>
    <message>
        <source>What tells which weights are kept in the end: the lowest validation loss, or the highest BLEU of the validation sample.</source>
        <translation>训练结束时按什么选取权重：最低的验证损失，或验证样本上最高的 BLEU。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>早停耐心值</translation>
    </message>
    <message>
        <source>Ends the run after this many epochs in a row without better weights; 0 never does.</source>
        <translation>连续这么多轮没有得到更好的权重就结束训练；0 表示不提前结束。</translation>
    </message>
    <message>
        <source>Word dropout</source>
        <translation>词失活率</translation>
    </message>
    <message>
        <source>Share of the tokens that encoder and decoder read as unknown while training (Gal and Ghahramani 2016).</source>
        <translation>训练时编码器和解码器把多大比例的词元读作未知词（Gal 与 Ghahramani，2016）。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>How strongly each step draws the weights towards 0, beside the gradient (AdamW: Loshchilov and Hutter 2019).</source>
        <translation>除梯度之外，每一步把权重拉向 0 的强度（AdamW：Loshchilov 与 Hutter，2019）。</translation>
    </message>
    <message>
        <source>Averaged weights</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>Validates, translates with and saves a moving average of the weights that keeps this share at each step, such as 0.999; 0 takes the weights themselves.</source>
        <translation>验证、翻译和保存时使用权重的滑动平均，每一步保留原平均值的这一比例，例如 0.999；0 表示直接使用权重本身。</translation>
    </message>
    <message>
        <source>How the source is cut into tokens: characters, words of a dictionary, subwords learnt from the training part (SentencePiece), characters of Chinese and subwords of English (mixed), or at white space where the text comes cut already.</source>
        <translation>原文怎样切成词元：按字、按词典里的词、按从训练集学到的子词（SentencePiece）、中文按字而英文按子词（mixed），或者按空白（文本已经切好时）。</translation>
    </message>
    <message>
        <source>How the target is cut into tokens: characters, words of a dictionary, subwords learnt from the training part (SentencePiece), characters of Chinese and subwords of English (mixed), or at white space where the text comes cut already.</source>
        <translation>译文怎样切成词元：按字、按词典里的词、按从训练集学到的子词（SentencePiece）、中文按字而英文按子词（mixed），或者按空白（文本已经切好时）。</translation>
    </message>
    <message>
        <source>Joint vocabulary</source>
        <translation>联合词表</translation>
    </message>
    <message>
        <source>Learns the subwords of both languages together, so that source and target have one vocabulary, of the vocabulary size in all (Sennrich et al. 2016); both sides must be cut into subwords.</source>
        <translation>从两种语言的文本一起学习子词，使原文和译文共用一个词表，词表大小为两侧合计（Sennrich 等，2016）；两侧都须切成子词。</translation>
    </message>
    <message>
        <source>Subword sampling</source>
        <translation>子词采样</translation>
    </message>
    <message>
        <source>Cuts the training sentences into other subwords in each epoch, drawn at random: by the unigram model&apos;s probabilities to this power (Kudo 2018), or leaving out this share of byte-pair merges (Provilkov et al. 2020); 0 always cuts alike.</source>
        <translation>每轮都把训练句随机切分成不同的子词：按一元模型概率的这一幂次采样（Kudo，2018），或随机跳过这一比例的字节对合并（Provilkov 等，2020）；0 表示切分始终不变。</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>循环单元</translation>
    </message>
    <message>
        <source>What remembers in encoder and decoder: an LSTM (Hochreiter and Schmidhuber 1997), or a GRU (Cho et al. 2014), which has a quarter fewer weights.</source>
        <translation>编码器和解码器用什么来记忆：LSTM（Hochreiter 与 Schmidhuber，1997），或权重少四分之一的 GRU（Cho 等，2014）。</translation>
    </message>
    <message>
        <source>Layer normalisation</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Normalises what enters the gates of each layer at each step, so that learning is steadier (Ba et al. 2016).</source>
        <translation>在每个时间步把进入各层门控的量归一化，使学习更平稳（Ba 等，2016）。</translation>
    </message>
    <message>
        <source>Residual connections</source>
        <translation>残差连接</translation>
    </message>
    <message>
        <source>Adds the input of each layer above the first to its output, so that deep stacks learn (He et al. 2016).</source>
        <translation>把第一层以上各层的输入加到其输出上，使深层网络也能学好（He 等，2016）。</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖机制</translation>
    </message>
    <message>
        <source>Additive attention also knows how much it has looked at each source token so far, against words forgotten or translated twice (Tu et al. 2016).</source>
        <translation>加性注意力还知道此前对每个原文词元看了多少，以免漏译和重复翻译（Tu 等，2016）。</translation>
    </message>
    <message>
        <source>Initial state</source>
        <translation>初始状态</translation>
    </message>
    <message>
        <source>How the decoder begins: with what a layer of its own makes of the encoder&apos;s last state (learnt), with that state as it is (copied), or with 0 (zero).</source>
        <translation>解码器如何开始：由专门的一层从编码器的最后状态算出（learnt），直接用该状态（copied），或从 0 开始（zero）。</translation>
    </message>
    <message>
        <source>Dropout kind</source>
        <translation>失活方式</translation>
    </message>
    <message>
        <source>Which units are silenced: others at each token (standard), the same throughout a sentence (variational: Gal and Ghahramani 2016), or these in the recurrent states as well (recurrent).</source>
        <translation>哪些单元失活：每个词元各不相同（standard），整句相同（variational：变分失活，Gal 与 Ghahramani，2016），或循环状态中也同样失活（recurrent）。</translation>
    </message>
    <message>
        <source>How much a translation loses for source words that it did not look at (Wu et al. 2016, but divided by the length penalty too).</source>
        <translation>译文因没有看到某些原文词而扣分的力度（Wu 等，2016；但这里的扣分也除以长度惩罚）。</translation>
    </message>
    <message>
        <source>Recurrent units in each layer and direction; more remember more and train slower.</source>
        <translation>每层、每个方向的循环单元数；越多记得越多，训练也越慢。</translation>
    </message>
    <message>
        <source>Recurrent layers stacked in the encoder, which reads the source.</source>
        <translation>编码器（阅读原文）里堆叠的循环层数。</translation>
    </message>
    <message>
        <source>Recurrent layers stacked in the decoder, which writes the target.</source>
        <translation>解码器（写出译文）里堆叠的循环层数。</translation>
    </message>
    <message>
        <source>Output spread</source>
        <translation>输出层初始幅度</translation>
    </message>
    <message>
        <source>How large the weights of the output layer are at the beginning: 1 as LibTorch begins; a few times as large, and the network learns sooner.</source>
        <translation>输出层的权重起初有多大：1 为 LibTorch 的默认值；大几倍会学得更快。</translation>
    </message>
    <message>
        <source>Dropout rises over</source>
        <translation>失活率上升期</translation>
    </message>
    <message>
        <source>Epochs in which dropout rises from 0 to its full share (Morerio et al. 2017): what has been read once or twice isn&apos;t learnt by heart yet; 0 begins with all of it.</source>
        <translation>随机失活率从 0 升到设定值要经过几轮（Morerio 等，2017）：只读过一两遍的内容还不会被死记硬背；0 表示一开始就用设定值。</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is larger than 1 GiB; translate it in parts.</source>
        <translation>%1 超过 1 GiB，请分成几部分翻译。</translation>
    </message>
    <message>
        <source>%1 is not valid %2.</source>
        <translation>%1 不是有效的 %2 文本。</translation>
    </message>
    <message>
        <source>%1 is neither UTF-8 nor GB18030.</source>
        <translation>%1 既不是 UTF-8 也不是 GB18030 编码。</translation>
    </message>
    <message>
        <source>%1 is not a text file.</source>
        <translation>%1 不是文本文件。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>对</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>核</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>time</source>
        <translation>次</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>维</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>维</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>对</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>core</source>
        <translation>核</translation>
    </message>
</context>
<context>
    <name>WrittenText</name>
    <message>
        <source>The model writes: %1</source>
        <translation>模型写出：%1</translation>
    </message>
    <message>
        <source>At step %1 the model writes: %2</source>
        <extracomment>%1: how many steps the model has been trained, %2: its translation</extracomment>
        <translation>第 %1 步时模型写出：%2</translation>
    </message>
</context>
<context>
    <name>zhuyi::About</name>
    <message>
        <source>&lt;h2&gt;Zhuyi 注意 %1&lt;/h2&gt;&lt;p&gt;Watch a translation model learn to pay attention.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;注意 Zhuyi %1&lt;/h2&gt;&lt;p&gt;看一个翻译模型学会注意。&lt;/p&gt;&lt;p&gt;自由软件，采用 GNU 通用公共许可证第 3 版或更新版本（GPL-3.0-or-later）。不提供任何担保。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;It stands on:&lt;/p&gt;</source>
        <translation>&lt;p&gt;它建立在以下软件之上：&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Matrix products: %1&lt;br&gt;Device: %2, threads: %3&lt;/p&gt;</source>
        <translation>&lt;p&gt;矩阵乘法：%1&lt;br&gt;设备：%2，线程数：%3&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>zhuyi::Actions</name>
    <message>
        <source>&amp;Open a file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;built-in corpus</source>
        <translation>打开内置语料(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Gold alignments…</source>
        <translation>标准词对齐(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save model</source>
        <translation>保存模型(&amp;S)</translation>
    </message>
    <message>
        <source>Save model &amp;as…</source>
        <translation>模型另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>One s&amp;tep</source>
        <translation>单步(&amp;T)</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;ettings of the run…</source>
        <translation>训练设置(&amp;E)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Save the model in a file</source>
        <translation>把模型保存到文件</translation>
    </message>
    <message>
        <source>Train a model or open one first</source>
        <translation>请先训练或打开一个模型</translation>
    </message>
    <message>
        <source>Stop training first, then open another file</source>
        <translation>请先停止训练，再打开别的文件</translation>
    </message>
    <message>
        <source>Open a corpus or a model</source>
        <translation>打开语料或模型</translation>
    </message>
    <message>
        <source>Sentence pairs that a grammar makes; which word translates which is known</source>
        <translation>由语法生成的句对，词与词的互译关系已知</translation>
    </message>
    <message>
        <source>The built-in corpus brings its true alignments along</source>
        <translation>内置语料自带标准词对齐</translation>
    </message>
    <message>
        <source>Tell which words of the corpus truly translate each other, from a file</source>
        <translation>用一个文件说明语料中哪些词真正互译</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>即将开始…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Open a file of sentence pairs first</source>
        <translation>请先打开一个句对文件</translation>
    </message>
    <message>
        <source>Pause training</source>
        <translation>暂停训练</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Training starts as soon as the corpus is ready; press again to take it back</source>
        <translation>语料一准备好就开始训练；再按一次则取消</translation>
    </message>
    <message>
        <source>Train a new model on this corpus</source>
        <translation>用这份语料训练一个新模型</translation>
    </message>
    <message>
        <source>Train on one batch, then pause</source>
        <translation>训练一批，然后暂停</translation>
    </message>
    <message>
        <source>End training and keep the best model so far</source>
        <translation>结束训练，保留目前最好的模型</translation>
    </message>
    <message>
        <source>Settings of the next run</source>
        <translation>下一次训练的设置</translation>
    </message>
    <message>
        <source>&amp;Learning rate…</source>
        <translation>学习率(&amp;L)…</translation>
    </message>
    <message>
        <source>Another learning rate for the run that is paused</source>
        <translation>为已暂停的训练换一个学习率</translation>
    </message>
    <message>
        <source>Pause the run to change its learning rate</source>
        <translation>先暂停训练，再更改学习率</translation>
    </message>
</context>
<context>
    <name>zhuyi::AlignmentDialog</name>
    <message>
        <source>Gold alignments of %1</source>
        <translation>%1 的标准词对齐</translation>
    </message>
    <message>
        <source>Word alignments (*.align *.pharaoh *.gold *.talp *.txt)</source>
        <translation>词对齐 (*.align *.pharaoh *.gold *.talp *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Pharaoh format, a line for each line of the corpus: 0-2 says that the first word of the first column and the third word of the second translate each other; 0?2 or 0p2 that they may.</source>
        <translation>Pharaoh 格式，每行对应语料的一行：0-2 表示第一列的第一个词与第二列的第三个词互译；0?2 或 0p2 表示可能互译。</translation>
    </message>
    <message>
        <source>Words are counted from 1</source>
        <translation>词从 1 数起</translation>
    </message>
    <message>
        <source>Found out from the chosen file: where nothing is linked to a word 0, it counts from 1.</source>
        <translation>根据所选文件判断：如果没有任何词与第 0 个词对齐，就是从 1 数起。</translation>
    </message>
</context>
<context>
    <name>zhuyi::AppearanceActions</name>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
</context>
<context>
    <name>zhuyi::AskingPage</name>
    <message>
        <source>There is no model yet: press Start to train one, or open one.</source>
        <translation>还没有模型：按“开始”训练，或打开一个。</translation>
    </message>
    <message>
        <source>Choose a sentence above, or type one into the translation box.</source>
        <translation>请在上方选择一个句子，或在翻译框中输入。</translation>
    </message>
    <message>
        <source>Take an example</source>
        <translation>用一个例句</translation>
    </message>
</context>
<context>
    <name>zhuyi::AttentionPanel</name>
    <message>
        <source>Open a file of sentence pairs and press Start: here you will see which words the model looks at for each word of the translation.</source>
        <translation>打开一个句对文件，按“开始”：这里会显示译文的每个词对应着原文的哪些词。</translation>
    </message>
    <message>
        <source>Press Start: here you will see which words the model looks at for each word of the translation.</source>
        <translation>按“开始”：这里会显示译文的每个词对应着原文的哪些词。</translation>
    </message>
    <message>
        <source>Choose sentences to watch, or type one into the translation box.</source>
        <translation>选几个要观察的句子，或在翻译框里输入一句。</translation>
    </message>
    <message>
        <source>Waiting for the model to read this sentence.</source>
        <translation>正在等待模型处理这个句子。</translation>
    </message>
    <message>
        <source>Sentences…</source>
        <translation>句子…</translation>
    </message>
    <message>
        <source>Choose the sentences to watch, or type your own.</source>
        <translation>选择要观察的句子，或自己输入。</translation>
    </message>
    <message>
        <source>This sentence was not among those that were kept.</source>
        <translation>保留的句子里没有这一句。</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Chosen moment</source>
        <translation>所选时刻</translation>
    </message>
    <message>
        <source>Held moment</source>
        <translation>固定的时刻</translation>
    </message>
    <message>
        <source>Ways to see the attention</source>
        <translation>查看注意力的方式</translation>
    </message>
</context>
<context>
    <name>zhuyi::AttentionView</name>
    <message>
        <source>The model wrote nothing for this sentence.</source>
        <translation>模型没有为这个句子写出任何内容。</translation>
    </message>
    <message>
        <source>The two do not differ.</source>
        <translation>两者没有差别。</translation>
    </message>
    <message>
        <source>This model has no attention: it squeezes the whole sentence into one vector, so there are no weights to show.</source>
        <translation>这个模型没有注意力：它把整个句子压缩成一个向量，所以没有权重可显示。</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
</context>
<context>
    <name>zhuyi::BatchDialog</name>
    <message>
        <source>Translate a file</source>
        <translation>翻译文件</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Write the translation to</source>
        <translation>译文写入</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <extracomment>Minutes and seconds</extracomment>
        <translation>剩余 %1:%2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>There is no model yet: train one or open one.</source>
        <translation>还没有模型：请先训练或打开一个。</translation>
    </message>
    <message>
        <source>Choose a text file, one or more sentences a line.</source>
        <translation>请选择文本文件，每行一个或多个句子。</translation>
    </message>
    <message>
        <source>The file to write exists already; it will be replaced.</source>
        <translation>要写入的文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>Each line of a text file (UTF-8 or GB18030) is translated into the same line of another, with the present options of decoding. The file is written at the end, as a whole.</source>
        <translation>文本文件（UTF-8 或 GB18030）的每一行按当前解码选项译成另一文件的同一行。译文文件在结束时一次写成。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the text file</source>
        <translation>选择文本文件</translation>
    </message>
    <message>
        <source>Choose where the translation goes</source>
        <translation>选择译文写入的位置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>第 %1 行，共 %2 行</translation>
    </message>
</context>
<context>
    <name>zhuyi::BatchTranslation</name>
    <message>
        <source>The translation would overwrite the text itself; choose another file to write to.</source>
        <translation>译文会覆盖原文本身，请选择另一个文件。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消，没有写入任何内容。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2; what was there is unchanged.</source>
        <translation>无法写入 %1：%2；原有内容不变。</translation>
    </message>
    <message>
        <source>Lines translated: %1. Written: %2</source>
        <translation>已翻译 %1 行，写入：%2</translation>
    </message>
</context>
<context>
    <name>zhuyi::BeamPage</name>
    <message>
        <source>Beam</source>
        <extracomment>Tab: the tree of a beam search</extracomment>
        <translation>集束</translation>
    </message>
    <message>
        <source>What a beam search weighs at each step: what it keeps, what it drops, and what it finishes.</source>
        <translation>集束搜索每一步权衡了什么：保留、剪除和完成的译文。</translation>
    </message>
    <message>
        <source>The search chose: %1  (score %2)</source>
        <translation>搜索选定：%1  （得分 %2）</translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation>集束宽度</translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation>剪除项</translation>
    </message>
    <message>
        <source>Show the continuations that the search dropped, too.</source>
        <translation>也显示被搜索剪除的延续。</translation>
    </message>
    <message>
        <source>bold: chosen · dashed: pruned · ■ finished</source>
        <extracomment>Legend; the line is what pruned nodes are drawn with</extracomment>
        <translation>粗体：选定 · 虚线：剪除 · ■ 已完成</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Show the whole tree.</source>
        <translation>显示整棵树。</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Tree of the beam search</source>
        <translation>集束搜索树</translation>
    </message>
</context>
<context>
    <name>zhuyi::BeamView</name>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>剪除</translation>
    </message>
    <message>
        <source>%1  ·  p %2, log p so far %3  ·  %4</source>
        <extracomment>%1: words so far; %2: of the last one; %3: sum of logarithms; %4: kept, pruned or finished</extracomment>
        <translation>%1  ·  p %2，累计 log p %3  ·  %4</translation>
    </message>
</context>
<context>
    <name>zhuyi::CaptionedView</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 % on the true alignment</source>
        <translation>%1 % 落在标准对齐上</translation>
    </message>
    <message>
        <source>How much of the attention lies on the cells of the true alignment, averaged over the words of the translation that are aligned to any.</source>
        <translation>注意力有多少落在标准词对齐的格子上，对译文中有对齐的词取平均。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Of the attention; &quot;it&quot; is the true alignment</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>zhuyi::ChoicesPage</name>
    <message>
        <source>Choices</source>
        <extracomment>Tab: the words that the model might have written</extracomment>
        <translation>候选词</translation>
    </message>
    <message>
        <source>For each word the most probable ones; take another, and the model goes on from there.</source>
        <translation>每个位置概率最大的词；换用另一个，模型便从那里继续。</translation>
    </message>
    <message>
        <source>With your words: %1</source>
        <translation>用你选的词：%1</translation>
    </message>
    <message>
        <source>By itself: %1</source>
        <translation>模型自己的译文：%1</translation>
    </message>
    <message>
        <source>Click a word to take it instead.</source>
        <translation>单击某个词即可换用它。</translation>
    </message>
    <message>
        <source>log p %1</source>
        <extracomment>The natural logarithm of a probability</extracomment>
        <translation>log p %1</translation>
    </message>
    <message>
        <source>The natural logarithm of the probability of the whole translation.</source>
        <translation>整个译文概率的自然对数。</translation>
    </message>
    <message>
        <source>The most probable words, a row for each word of the translation</source>
        <translation>概率最大的词，译文每个词一行</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last choice.</source>
        <translation>收回上一次选择。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Let the model write by itself again.</source>
        <translation>让模型重新自己写。</translation>
    </message>
</context>
<context>
    <name>zhuyi::ChoicesView</name>
    <message>
        <source>Word %1: %2 – click to take it instead of %3, and decode on from there.</source>
        <translation>第 %1 词：%2 —— 单击用它代替 %3，并从此处继续解码。</translation>
    </message>
    <message>
        <source>Word %1: %2, your choice.</source>
        <translation>第 %1 词：%2，由你选定。</translation>
    </message>
    <message>
        <source>Word %1: %2, the one that was written.</source>
        <translation>第 %1 词：%2，即写出的词。</translation>
    </message>
</context>
<context>
    <name>zhuyi::CorpusPanel</name>
    <message>
        <source>Open a file of Chinese–English sentence pairs</source>
        <translation>打开一个中英句对文件</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>or drop one anywhere on this window</source>
        <translation>或者把文件拖到窗口中的任何地方</translation>
    </message>
    <message>
        <source>One pair a line: a sentence, a tab, its translation. UTF-8 text, either language first.</source>
        <translation>每行一个句对：一个句子、一个制表符、它的译文。UTF-8 文本，哪种语言在前都可以。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例句</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Sentence lengths</source>
        <translation>句长</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>句对</translation>
    </message>
    <message>
        <source>%L1 of %L2 lines</source>
        <translation>%L1 个，共 %L2 行</translation>
    </message>
    <message>
        <source>Ready in %1 s</source>
        <translation>用时 %1 秒</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>One side empty</source>
        <translation>一边为空</translation>
    </message>
    <message>
        <source>Without a tab</source>
        <translation>没有制表符</translation>
    </message>
    <message>
        <source>Not UTF-8</source>
        <translation>不是 UTF-8</translation>
    </message>
    <message>
        <source>%L1 left out</source>
        <translation>舍弃 %L1 个</translation>
    </message>
    <message>
        <source>%L1 left out, first in line %L2</source>
        <translation>舍弃 %L1 个，最早在第 %L2 行</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>%L1 pairs</source>
        <translation>%L1 个句对</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>%L1 tokens, %2 of the text unknown</source>
        <translation>%L1 个词元，未知词占 %2</translation>
    </message>
    <message>
        <source>Chinese vocabulary</source>
        <translation>中文词表</translation>
    </message>
    <message>
        <source>English vocabulary</source>
        <translation>英文词表</translation>
    </message>
    <message>
        <source>Open a file of your own…</source>
        <translation>打开自己的文件…</translation>
    </message>
    <message>
        <source>Chinese–English sentence pairs, one a line, a tab between the two sides</source>
        <translation>中英句对，每行一个，两边用制表符隔开</translation>
    </message>
    <message>
        <source>Gold alignments…</source>
        <translation>标准词对齐…</translation>
    </message>
    <message>
        <source>Open a file that says which words truly translate each other: the attention is then measured against it.</source>
        <translation>打开一个说明哪些词真正互译的文件：注意力将以它为准来衡量。</translation>
    </message>
    <message>
        <source>Leave alignments out</source>
        <translation>不用词对齐</translation>
    </message>
    <message>
        <source>Open the corpus again without its alignments.</source>
        <translation>重新打开语料，不带词对齐。</translation>
    </message>
    <message>
        <source>%L1 pairs that a grammar derives for both languages at once, so that it is known which word translates which. Press Start to train on them, or open a file of your own.</source>
        <translation>%L1 个句对，由一套语法同时生成中英两边，因此哪个词译成哪个词是已知的。按“开始”用它们训练，或打开自己的文件。</translation>
    </message>
    <message>
        <source>True alignments</source>
        <translation>标准词对齐</translation>
    </message>
    <message>
        <source>Which word translates which, as people or a grammar say: the attention is measured against it.</source>
        <translation>由人或语法给出的词与词的互译关系：注意力以它为准来衡量。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>known for all pairs</source>
        <translation>所有句对都有</translation>
    </message>
    <message>
        <source>known for %L1 pairs</source>
        <translation>%L1 个句对有</translation>
    </message>
    <message>
        <source>from %1, found beside the corpus</source>
        <translation>来自语料旁边的 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>words counted from 1</source>
        <translation>词从 1 数起</translation>
    </message>
    <message>
        <source>words counted from 0</source>
        <translation>词从 0 数起</translation>
    </message>
    <message>
        <source>A corpus to begin with is being made. Or open your own.</source>
        <translation>正在生成供入门用的语料。也可以打开自己的文件。</translation>
    </message>
</context>
<context>
    <name>zhuyi::CurvePlot</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 · epoch %2 · %3</source>
        <extracomment>%1: the step, as above. %2: epochs, %3: minutes and seconds of training</extracomment>
        <translation>%1 · 第 %2 轮 · %3</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>训练曲线</translation>
    </message>
    <message>
        <source>training step</source>
        <translation>训练步</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>time of training</source>
        <translation>训练时间</translation>
    </message>
</context>
<context>
    <name>zhuyi::CurvesBar</name>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <comment>smoothing</comment>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Choose what is drawn. A panel comes into sight as soon as there is a value for it.</source>
        <translation>选择画哪些曲线。某项一有数值，其图就会出现。</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>精确率与召回率</translation>
    </message>
    <message>
        <source>Draw them beside the alignment error rate.</source>
        <translation>与对齐错误率画在一起。</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>Choose over what the curves are drawn, and logarithmic axes.</source>
        <translation>选择横轴的含义，以及是否用对数坐标。</translation>
    </message>
    <message>
        <source>Over steps</source>
        <translation>横轴为步数</translation>
    </message>
    <message>
        <source>Over epochs</source>
        <translation>横轴为轮次</translation>
    </message>
    <message>
        <source>Over time of training</source>
        <translation>横轴为训练时间</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>纵轴用对数坐标</translation>
    </message>
    <message>
        <source>For loss, perplexity, learning rate, gradient norm and speed.</source>
        <translation>适用于损失、困惑度、学习率、梯度范数和速度。</translation>
    </message>
    <message>
        <source>Logarithmic progress</source>
        <translation>横轴用对数坐标</translation>
    </message>
    <message>
        <source>The beginning of the run takes as much room as the long rest.</source>
        <translation>训练的开头与其后漫长的部分占同样大的地方。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Over how many steps the running mean forgets. The single steps stay as a faint line.</source>
        <translation>滑动平均在多少步内遗忘。每一步的值仍以淡线画出。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show the whole run and follow it (double click, or Home).
Wheel or + and −: zoom, over an axis only along it, with Ctrl the values. Drag or Ctrl and arrows: move. Shift and drag: zoom to a rectangle.
Arrows: crosshair. Click or Enter: go to that moment.</source>
        <translation>显示整个训练过程并随之更新（双击或 Home 键）。
滚轮或 +、−：缩放，在坐标轴上则只沿该轴，按住 Ctrl 缩放数值。拖动或 Ctrl 加方向键：移动。按住 Shift 拖动：放大所选矩形。
方向键：十字线。单击或回车：转到那一时刻。</translation>
    </message>
    <message>
        <source>Write the curves to a file.</source>
        <translation>把曲线写入文件。</translation>
    </message>
</context>
<context>
    <name>zhuyi::DecodingForm</name>
    <message>
        <source>Beam %1</source>
        <translation>集束 %1</translation>
    </message>
    <message>
        <source>Sampling %1</source>
        <translation>采样 %1</translation>
    </message>
    <message>
        <source>Greedy</source>
        <extracomment>Greedy decoding</extracomment>
        <translation>贪心</translation>
    </message>
    <message>
        <source>Several unfinished translations are kept at each step; the best finished one wins.</source>
        <translation>每一步保留几个未完成的译文，最后取最好的完整译文。</translation>
    </message>
    <message>
        <source>Each word is drawn at random, the probable ones more often.</source>
        <translation>每个词随机抽取，概率大的更常抽到。</translation>
    </message>
    <message>
        <source>The most probable word is taken at each step (greedy search).</source>
        <translation>每一步取概率最大的词（贪心搜索）。</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Most probable word</source>
        <translation>概率最大的词</translation>
    </message>
    <message>
        <source>Beam search</source>
        <translation>集束搜索</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Defaults</source>
        <extracomment>Button: back to the usual options of decoding</extracomment>
        <translation>默认值</translation>
    </message>
    <message>
        <source>all words</source>
        <extracomment>Draw from all words</extracomment>
        <translation>全部词</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>Repeats are not blocked</extracomment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>zhuyi::ExamplesButton</name>
    <message>
        <source>Examples</source>
        <translation>例句</translation>
    </message>
    <message>
        <source>Sentences to try</source>
        <translation>可以试试的句子</translation>
    </message>
</context>
<context>
    <name>zhuyi::ExportButton</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Picture (PNG, SVG, PDF)…</source>
        <translation>图片（PNG、SVG、PDF）…</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>数据（CSV）…</translation>
    </message>
</context>
<context>
    <name>zhuyi::Exporter</name>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>A picture&apos;s name ends in .png, .svg or .pdf; %1 was not written.</source>
        <translation>图片文件名应以 .png、.svg 或 .pdf 结尾；没有写入 %1。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2; what was there is unchanged.</source>
        <translation>无法写入 %1：%2；原有内容没有改动。</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>there is too little memory for it</source>
        <translation>内存不足</translation>
    </message>
</context>
<context>
    <name>zhuyi::ForcePage</name>
    <message>
        <source>Force it</source>
        <extracomment>Tab: forced decoding</extracomment>
        <translation>强制译文</translation>
    </message>
    <message>
        <source>Make the model write your translation, and see how probable it finds each word and where it looks.</source>
        <translation>让模型写出你给的译文，看它认为每个词的概率有多大、注意哪里。</translation>
    </message>
    <message>
        <source>Waiting for the engine.</source>
        <translation>正在等待引擎。</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>困惑度 %1</translation>
    </message>
    <message>
        <source>Point at a word to see what the model would have preferred there.</source>
        <translation>指向一个词，看模型在那里更想写什么。</translation>
    </message>
    <message>
        <source>Word %1, %2: probability %3. The model agrees.</source>
        <translation>第 %1 词“%2”：概率 %3。与模型一致。</translation>
    </message>
    <message>
        <source>Word %1, %2: probability %3. The model would rather write %4.</source>
        <translation>第 %1 词“%2”：概率 %3。模型更想写 %4。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <extracomment>Field: what the model is made to write</extracomment>
        <translation>译文</translation>
    </message>
    <message>
        <source>Source sentence</source>
        <translation>原文句子</translation>
    </message>
    <message>
        <source>Translation that the model is made to write</source>
        <translation>强制模型写出的译文</translation>
    </message>
    <message>
        <source>Change a word here, and see what the model makes of it.</source>
        <translation>在此改一个词，看模型如何看待它。</translation>
    </message>
    <message>
        <source>How many words the model was undecided between, on average; 1 is certainty.</source>
        <translation>模型平均在多少个词之间犹豫；1 表示完全确定。</translation>
    </message>
    <message>
        <source>The words of the translation and their probabilities</source>
        <translation>译文的词及其概率</translation>
    </message>
    <message>
        <source>Attention of the forced translation</source>
        <translation>强制译文的注意力</translation>
    </message>
    <message>
        <source>Type a source sentence and a translation of it: you will see how probable each word is to the model, and where it looks for it.</source>
        <translation>输入原文和一个译文：可以看到模型认为每个词的概率，以及写每个词时看哪里。</translation>
    </message>
</context>
<context>
    <name>zhuyi::FrameWriter</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>存放图片的文件夹</translation>
    </message>
    <message>
        <source>Writing the pictures…</source>
        <translation>正在写入图片…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Timeline as numbered pictures</source>
        <translation>时间轴导出为编号图片</translation>
    </message>
    <message>
        <source>The pictures were not written.</source>
        <translation>图片没有写入。</translation>
    </message>
    <message>
        <source>Cancelled: %1 of %2 pictures are written.</source>
        <translation>已取消：%2 张图片中已写入 %1 张。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Pictures written in %1: %2</source>
        <translation>已在 %1 中写入图片：%2 张</translation>
    </message>
    <message>
        <source>Timeline as an animation</source>
        <translation>时间轴动画</translation>
    </message>
    <message>
        <source>WebP animation (*.webp)</source>
        <translation>WebP 动画 (*.webp)</translation>
    </message>
    <message>
        <source>The animation was not written: the picture is too large.</source>
        <translation>动画没有写入：图片太大。</translation>
    </message>
    <message>
        <source>The animation was not written.</source>
        <translation>动画没有写入。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>zhuyi::GoldBox</name>
    <message>
        <source>Gold</source>
        <extracomment>Check box: outline the true (&quot;gold&quot;) alignment</extracomment>
        <translation>标准对齐</translation>
    </message>
    <message>
        <source>Outline the cells where the true alignment lies: solid where it is sure, dashed where it is possible.</source>
        <translation>框出标准词对齐所在的格子：实线表示确定，虚线表示可能。</translation>
    </message>
    <message>
        <source>The true alignment of this sentence is not known. It is for the sentences of the built-in corpus, and for those of a corpus with gold alignments.</source>
        <translation>这句话没有标准词对齐。内置语料的句子，以及附有标准词对齐的语料的句子才有。</translation>
    </message>
    <message>
        <source>Outlines the cells where the true alignment lies, once there is a heatmap.</source>
        <translation>有了热图之后，框出标准词对齐所在的格子。</translation>
    </message>
</context>
<context>
    <name>zhuyi::HeatmapPage</name>
    <message>
        <source>Heatmap</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>A row for each word of the translation, a column for each source word: the stronger the colour, the more the model looked there.</source>
        <translation>每行是译文的一个词，每列是原文的一个词：颜色越浓，模型在那里看得越多。</translation>
    </message>
</context>
<context>
    <name>zhuyi::Help</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Zhuyi</source>
        <translation>关于注意 Zhuyi</translation>
    </message>
</context>
<context>
    <name>zhuyi::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>zhuyi::InfluencePage</name>
    <message>
        <source>Influence</source>
        <extracomment>Tab: how much source words moved the words of the translation</extracomment>
        <translation>影响</translation>
    </message>
    <message>
        <source>Where the model looked, and beside it how much each source word really moved each word of the translation.</source>
        <translation>模型看了哪里；旁边是每个原文词真正对译文每个词影响了多少。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Influence, in nats</source>
        <extracomment>Nats: units of the natural logarithm of a probability</extracomment>
        <translation>影响（奈特）</translation>
    </message>
    <message>
        <source>How influence is measured: by how much the log probability of a word falls when a source word is left out, or to first order by its gradient.</source>
        <translation>影响的度量：去掉一个原文词时，某个词的对数概率下降多少；或用其梯度作一阶近似。</translation>
    </message>
    <message>
        <source>Leave each word out</source>
        <translation>逐个去掉原文词</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>梯度 × 输入</translation>
    </message>
    <message>
        <source>How the influence is computed</source>
        <translation>影响的计算方法</translation>
    </message>
    <message>
        <source>Attention is not explanation: it tells where the model looked, not what decided the word. &lt;a href=&quot;influence&quot;&gt;Why the two differ&lt;/a&gt;</source>
        <translation>注意力不等于解释：它说明模型看了哪里，而不是什么决定了这个词。&lt;a href=&quot;influence&quot;&gt;二者为何不同&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Attention: where the model looked</source>
        <translation>注意力：模型看了哪里</translation>
    </message>
    <message>
        <source>Influence: what moved the word</source>
        <translation>影响：什么决定了这个词</translation>
    </message>
    <message>
        <source>Waiting for the engine.</source>
        <translation>正在等待引擎。</translation>
    </message>
</context>
<context>
    <name>zhuyi::LearningRateDialog</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>&amp;Learning rate from the next step on:</source>
        <translation>从下一步起的学习率(&amp;L)：</translation>
    </message>
    <message>
        <source>%1 to %2; the curves mark where it changed.</source>
        <translation>%1 到 %2；曲线上会标出更改之处。</translation>
    </message>
</context>
<context>
    <name>zhuyi::LengthHistogram</name>
    <message>
        <source>sentences by their number of tokens</source>
        <translation>句长分布（词元数）</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>%1 tokens: %L2 Chinese, %L3 English sentences</source>
        <translation>%1 个词元：中文 %L2 句，英文 %L3 句</translation>
    </message>
</context>
<context>
    <name>zhuyi::LengthPanel</name>
    <message>
        <source>Cancel (%1 %)</source>
        <translation>取消（%1 %）</translation>
    </message>
    <message>
        <source>without attention, step %1</source>
        <translation>无注意力，第 %1 步</translation>
    </message>
    <message>
        <source>with guided attention (%1), step %2</source>
        <extracomment>%1: the score function, as in the settings: additive, scaled_dot, …</extracomment>
        <translation>有引导注意力（%1），第 %2 步</translation>
    </message>
    <message>
        <source>with attention (%1), step %2</source>
        <translation>有注意力（%1），第 %2 步</translation>
    </message>
    <message>
        <source>There were no sentences to measure on.</source>
        <translation>没有可供测量的句子。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measure the model at hand</source>
        <translation>测量当前模型</translation>
    </message>
    <message>
        <source>Stop measuring.</source>
        <translation>停止测量。</translation>
    </message>
    <message>
        <source>Stop training first, then measure.</source>
        <translation>请先停止训练，再测量。</translation>
    </message>
    <message>
        <source>Open a corpus and train a model first.</source>
        <translation>请先打开语料并训练模型。</translation>
    </message>
    <message>
        <source>Translate the test part of the corpus (or else its validation set) and score it by the length of the source sentences.</source>
        <translation>翻译语料的测试集（没有则用验证集），并按原文长度评分。</translation>
    </message>
    <message>
        <source>by-length</source>
        <translation>按句长</translation>
    </message>
    <message>
        <source>Does attention help with long sentences? Train once with attention and measure the model here; train again with the setting Attention at none, and measure that one: BLEU and token accuracy by sentence length will be drawn over each other.</source>
        <translation>注意力对长句有帮助吗？先带注意力训练一次，在这里测量模型；再把“注意力”设为“无”训练一次，也测量一下：两者按句长的 BLEU 和词元准确率会叠画在一起。</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Take what was measured out of the picture.</source>
        <translation>把测量结果从图中去掉。</translation>
    </message>
    <message>
        <source>Write the picture or its numbers to a file.</source>
        <translation>把图或其中的数据写入文件。</translation>
    </message>
</context>
<context>
    <name>zhuyi::LengthPlot</name>
    <message>
        <source>%1: %2</source>
        <comment>a model and its score</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>BLEU and token accuracy by sentence length</source>
        <translation>按句长的 BLEU 和词元准确率</translation>
    </message>
    <message>
        <source>source length (tokens)</source>
        <translation>原文长度（词元）</translation>
    </message>
    <message>
        <source>BLEU</source>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>token accuracy (%)</source>
        <translation>词元准确率（%）</translation>
    </message>
    <message>
        <source>%1–%2 tokens, sentences: %3</source>
        <extracomment>The lengths of source sentences, and how many of them there are</extracomment>
        <translation>%1–%2 个词元，句数：%3</translation>
    </message>
</context>
<context>
    <name>zhuyi::MainWindow</name>
    <message>
        <source>&amp;Reset layout</source>
        <translation>恢复布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;How to begin</source>
        <translation>入门(&amp;H)</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>语料</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Zhuyi – watch a model learn to pay attention</source>
        <translation>注意 Zhuyi – 看模型学会注意</translation>
    </message>
    <message>
        <source>%1[*] – Zhuyi</source>
        <translation>%1[*] – 注意 Zhuyi</translation>
    </message>
    <message>
        <source>The trained model has not been saved. Close the window?</source>
        <translation>训练好的模型还没有保存。要关闭窗口吗？</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，直接关闭</translation>
    </message>
    <message>
        <source>&amp;Curves as a picture…</source>
        <translation>曲线图(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Numbers of the curves…</source>
        <translation>曲线的数值(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Attention as a picture…</source>
        <translation>注意力图(&amp;A)…</translation>
    </message>
    <message>
        <source>N&amp;umbers of the attention…</source>
        <translation>注意力的数值(&amp;U)…</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>上一个面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>总览(&amp;O)</translation>
    </message>
    <message>
        <source>Large &amp;attention</source>
        <translation>注意力为主(&amp;A)</translation>
    </message>
    <message>
        <source>Large &amp;training</source>
        <translation>训练为主(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;What am I looking at?</source>
        <translation>这里看到的是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>What &amp;attention is</source>
        <translation>什么是注意力(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>A&amp;bout Zhuyi</source>
        <translation>关于注意 Zhuyi(&amp;B)</translation>
    </message>
    <message>
        <source>T&amp;ranslation and attention</source>
        <translation>翻译与注意力(&amp;R)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
</context>
<context>
    <name>zhuyi::MapMenus</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>How the attention is drawn</source>
        <translation>注意力的画法</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit to the panel</source>
        <translation>适合面板大小</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Hold this attention against another model&apos;s, or against an earlier moment&apos;s</source>
        <translation>与另一个模型或更早时刻的注意力对比</translation>
    </message>
    <message>
        <source>Keep for comparison</source>
        <translation>留作对比</translation>
    </message>
    <message>
        <source>Keep the attention of all the sentences, and show it beside that of what you train or open next: with and without guided attention, for instance.</source>
        <translation>保留所有句子当前的注意力，与接下来训练或打开的模型并排显示，例如对比有无引导注意力。</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Right minus left, cell by cell: orange where there is more attention, blue where there is less.</source>
        <translation>逐格用右图减左图：橙色表示注意力变多，蓝色表示变少。</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束对比</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Copy the attention or write it to a file.</source>
        <translation>复制注意力，或写入文件。</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Picture (PNG, SVG, PDF)…</source>
        <translation>图片（PNG、SVG、PDF）…</translation>
    </message>
    <message>
        <source>Numbers (CSV, JSON)…</source>
        <translation>数据（CSV、JSON）…</translation>
    </message>
    <message>
        <source>Timeline as numbered pictures…</source>
        <translation>时间轴导出为编号图片…</translation>
    </message>
    <message>
        <source>A PNG for each moment of the timeline, in a folder.</source>
        <translation>时间轴上每个时刻一张 PNG，存入一个文件夹。</translation>
    </message>
    <message>
        <source>Timeline as an animation (WebP)…</source>
        <translation>时间轴动画（WebP）…</translation>
    </message>
    <message>
        <source>One picture that moves, for slides and web pages: browsers play it.</source>
        <translation>一张会动的图片，可用于幻灯片和网页：浏览器能直接播放。</translation>
    </message>
</context>
<context>
    <name>zhuyi::MapPage</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>right minus left</source>
        <translation>右图减左图</translation>
    </message>
    <message>
        <source>End the comparison.</source>
        <translation>结束对比。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Attention that it is compared with</source>
        <translation>用作对比的注意力</translation>
    </message>
    <message>
        <source>Difference of the two</source>
        <translation>两者的差异</translation>
    </message>
</context>
<context>
    <name>zhuyi::MapStyleMenu</name>
    <message>
        <source>Values in the cells</source>
        <translation>在格子里写数值</translation>
    </message>
    <message>
        <source>Write the weights into the cells where they are large enough.</source>
        <translation>格子足够大时，在里面写出权重。</translation>
    </message>
    <message>
        <source>Scale to maximum</source>
        <extracomment>The strongest colour stands for the largest weight instead of 1</extracomment>
        <translation>按最大值缩放</translation>
    </message>
    <message>
        <source>Let the strongest colour stand for the largest weight rather than for 1.</source>
        <translation>色标上端取当前最大的权重，而不是 1。</translation>
    </message>
    <message>
        <source>Entropy and coverage</source>
        <translation>熵和覆盖度</translation>
    </message>
    <message>
        <source>Beside each row how spread out its attention is, below each column how much attention the source word got in all.</source>
        <translation>每行旁边显示注意力有多分散，每列下面显示该原文词共得到多少注意力。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Ribbons</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Coloured by weight</source>
        <translation>按权重着色</translation>
    </message>
    <message>
        <source>A colour for each word of the translation</source>
        <translation>译文每个词一种颜色</translation>
    </message>
</context>
<context>
    <name>zhuyi::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Go to panel</source>
        <translation>转到面板(&amp;G)</translation>
    </message>
    <message>
        <source>Lay&amp;out</source>
        <translation>布局(&amp;O)</translation>
    </message>
</context>
<context>
    <name>zhuyi::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>zhuyi::ModelKeeper</name>
    <message>
        <source>Save the model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Models (*.zhuyi)</source>
        <translation>模型 (*.zhuyi)</translation>
    </message>
    <message>
        <source>Unsaved model</source>
        <translation>模型未保存</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>The trained model has not been saved. Open another one?</source>
        <translation>训练好的模型还没有保存。要打开另一个吗？</translation>
    </message>
    <message>
        <source>Open without saving</source>
        <translation>不保存，直接打开</translation>
    </message>
</context>
<context>
    <name>zhuyi::NBestList</name>
    <message>
        <source>The best translations</source>
        <translation>最好的几个译文</translation>
    </message>
    <message>
        <source>The best translations with their scores; click one to see its attention.</source>
        <translation>最好的几个译文及其得分；单击可查看其注意力。</translation>
    </message>
</context>
<context>
    <name>zhuyi::Opener</name>
    <message>
        <source>%1 was not opened: stop training first.</source>
        <translation>没有打开 %1：请先停止训练。</translation>
    </message>
    <message>
        <source>Sentence pairs and models (*.txt *.tsv *.zhuyi *.checkpoint)</source>
        <translation>句对和模型 (*.txt *.tsv *.zhuyi *.checkpoint)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Making the built-in corpus… %1 %</source>
        <translation>正在生成内置语料… %1 %</translation>
    </message>
    <message>
        <source>Aligning the words of %1… %2 %</source>
        <translation>正在对齐 %1 的词… %2 %</translation>
    </message>
    <message>
        <source>Cutting %1 into tokens… %2 %</source>
        <translation>正在切分 %1… %2 %</translation>
    </message>
    <message>
        <source>Reading %1… %2 %</source>
        <translation>正在读取 %1… %2 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The corpus is open without alignments.</source>
        <translation>语料已打开，不带词对齐。</translation>
    </message>
    <message>
        <source>Aligning the words of the built-in corpus… %1 %</source>
        <translation>正在对齐内置语料的词… %1 %</translation>
    </message>
    <message>
        <source>Cutting the built-in corpus into tokens… %1 %</source>
        <translation>正在切分内置语料… %1 %</translation>
    </message>
    <message>
        <source>Models (*.zhuyi *.checkpoint)</source>
        <translation>模型 (*.zhuyi *.checkpoint)</translation>
    </message>
    <message>
        <source>Open a model, or several that translate together</source>
        <translation>打开一个模型，或打开多个一起翻译的模型</translation>
    </message>
    <message>
        <source>Several files are opened together only where all of them are models. Choose one corpus.</source>
        <translation>只有都是模型的文件才能一起打开。语料请只选择一个。</translation>
    </message>
    <message>
        <source>Open a corpus, or models that translate together</source>
        <translation>打开语料，或一起翻译的模型</translation>
    </message>
</context>
<context>
    <name>zhuyi::PanelTitle</name>
    <message>
        <source>What am I looking at? (F1)</source>
        <translation>这里看到的是什么？(F1)</translation>
    </message>
    <message>
        <source>What am I looking at? %1</source>
        <translation>这里看到的是什么？%1</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Tear off</source>
        <translation>拖出</translation>
    </message>
    <message>
        <source>Hide; the View menu brings it back</source>
        <translation>隐藏；可从“查看”菜单恢复</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>隐藏：%1</translation>
    </message>
</context>
<context>
    <name>zhuyi::PictureSizeDialog</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <extracomment>Of a picture</extracomment>
        <translation>宽度(&amp;W)：</translation>
    </message>
    <message>
        <source> pixels</source>
        <extracomment>Unit, behind a number</extracomment>
        <translation> 像素</translation>
    </message>
    <message>
        <source>&amp;Times the screen&apos;s size:</source>
        <translation>屏幕大小的倍数(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>zhuyi::ProbePicker</name>
    <message>
        <source>%1 chosen, at most %2</source>
        <translation>已选 %1 个，最多 %2 个</translation>
    </message>
    <message>
        <source>Sentences to watch</source>
        <translation>要观察的句子</translation>
    </message>
    <message>
        <source>Search the validation set</source>
        <translation>在验证集中查找</translation>
    </message>
    <message>
        <source>Sentences of the validation set</source>
        <translation>验证集中的句子</translation>
    </message>
    <message>
        <source>Or type your own:</source>
        <translation>或者自己输入：</translation>
    </message>
    <message>
        <source>A Chinese sentence</source>
        <translation>一个中文句子</translation>
    </message>
    <message>
        <source>An English sentence</source>
        <translation>一个英文句子</translation>
    </message>
    <message>
        <source>Its English translation (or nothing: the model writes its own)</source>
        <translation>它的英文译文（留空则由模型自己写）</translation>
    </message>
    <message>
        <source>Its Chinese translation (or nothing: the model writes its own)</source>
        <translation>它的中文译文（留空则由模型自己写）</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>zhuyi::RecentFiles</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>还没有文件</translation>
    </message>
</context>
<context>
    <name>zhuyi::RecentLinks</name>
    <message>
        <source>Opened before:</source>
        <translation>以前打开过：</translation>
    </message>
</context>
<context>
    <name>zhuyi::RibbonPage</name>
    <message>
        <source>Ribbons</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Source words above, the translation below: the thicker a ribbon, the more the model looked there.</source>
        <translation>上面是原文词，下面是译文：连线越粗，模型在那里看得越多。</translation>
    </message>
</context>
<context>
    <name>zhuyi::RowWeights</name>
    <message>
        <source>%1: %2 of the attention</source>
        <translation>%1：占注意力的 %2</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunControl</name>
    <message>
        <source>The trained model has not been saved. Train a new one in its place?</source>
        <translation>训练好的模型还没有保存。要训练一个新的来代替它吗？</translation>
    </message>
    <message>
        <source>Train without saving</source>
        <translation>不保存，直接训练</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunDifferences</name>
    <message>
        <source>What differs in the settings of the chosen runs</source>
        <translation>所选训练的设置有何不同</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>语料</translation>
    </message>
    <message>
        <source>Sentence pairs</source>
        <translation>句对</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunHistory</name>
    <message>
        <source>There is no run history: Qt&apos;s SQLite driver is missing (package libqt6sql6-sqlite).</source>
        <translation>无法保存训练记录：缺少 Qt 的 SQLite 驱动（软件包 libqt6sql6-sqlite）。</translation>
    </message>
    <message>
        <source>There is no run history: the folder %1 cannot be written.</source>
        <translation>无法保存训练记录：文件夹 %1 不可写。</translation>
    </message>
    <message>
        <source>There is no run history: %1 was written by a newer version of this program.</source>
        <translation>无法保存训练记录：%1 由本程序的更新版本写成。</translation>
    </message>
    <message>
        <source>There is no run history: %1 cannot be used (%2).</source>
        <translation>无法保存训练记录：%1 无法使用（%2）。</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunLegend</name>
    <message>
        <source>Draw %1 or hide it.</source>
        <translation>显示或隐藏“%1”。</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunMessages</name>
    <message>
        <source>The model is saved in %1.</source>
        <translation>模型已保存到 %1。</translation>
    </message>
    <message>
        <source>Training was stopped. The best model so far is ready: translate with it, or save it.</source>
        <translation>训练已停止。目前最好的模型已就绪：可以用它翻译，也可以保存。</translation>
    </message>
    <message>
        <source>Training is complete. The best model is ready: translate with it, or save it.</source>
        <translation>训练完成。最好的模型已就绪：可以用它翻译，也可以保存。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>The model %1 is open (%2 parameters). Type a Chinese sentence to translate it.</source>
        <translation>已打开模型 %1（%2 个参数）。输入一个中文句子即可翻译。</translation>
    </message>
    <message>
        <source>The model %1 is open (%2 parameters). Type an English sentence to translate it.</source>
        <translation>已打开模型 %1（%2 个参数）。输入一个英文句子即可翻译。</translation>
    </message>
    <message numerus="yes">
        <source>%n models are open and translate together. Type a Chinese sentence.</source>
        <translation>
            <numerusform>已打开 %n 个模型，它们一起翻译。请输入一个中文句子。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models are open and translate together. Type an English sentence.</source>
        <translation>
            <numerusform>已打开 %n 个模型，它们一起翻译。请输入一个英文句子。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhuyi::RunRecovery</name>
    <message>
        <source>The last run was cut off before its model was saved. What it had learnt is kept, but for the last minutes.</source>
        <translation>上次训练在保存模型之前中断了；除最后几分钟外，学到的内容都保留着。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>继续训练</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunResumer</name>
    <message>
        <source>Something else is under way; stop it first, then resume the run.</source>
        <translation>另有任务正在进行；请先停止它，再继续这次训练。</translation>
    </message>
    <message>
        <source>The trained model has not been saved. Go on with another run?</source>
        <translation>训练好的模型还没有保存。要继续另一次训练吗？</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>不保存，继续</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunSettingsDialog</name>
    <message>
        <source>small (first look)</source>
        <translation>small（初步体验）</translation>
    </message>
    <message>
        <source>standard (better, slower)</source>
        <translation>standard（更好，较慢）</translation>
    </message>
    <message>
        <source>article (scaled dot product)</source>
        <translation>article（缩放点积注意力）</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Settings of the run</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>A preset fills in everything below; what you change makes it your own.</source>
        <translation>预设会填好下面的一切；改动之后就成为你自己的设置。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>The text settings differ from those of the open corpus: it will be tokenised anew at the next start.</source>
        <translation>文本设置与已打开语料的不同：下次开始时会重新切分。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 到 %2 %3</translation>
    </message>
    <message>
        <source>Range: %1.</source>
        <translation>范围：%1。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>A run is under way: what you change here is for the next one.</source>
        <translation>正在训练：这里的改动从下一次训练起生效。</translation>
    </message>
    <message>
        <source>best (translates best)</source>
        <translation>best（译文最好）</translation>
    </message>
    <message>
        <source>whole at once</source>
        <translation>一开始就全用</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunStatus</name>
    <message>
        <source>%1: %2 pairs</source>
        <translation>%1：%2 个句对</translation>
    </message>
    <message>
        <source>No corpus is open</source>
        <translation>没有打开语料</translation>
    </message>
    <message>
        <source>Epoch %L1 of %L2</source>
        <translation>第 %L1 轮，共 %L2 轮</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Ended at step %L1</source>
        <translation>结束于第 %L1 步</translation>
    </message>
    <message>
        <source>Paused at step %L1</source>
        <translation>暂停于第 %L1 步</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 % of the run, %2 % of this epoch (step %L3)</source>
        <translation>全程 %1 %，本轮 %2 %（第 %L3 步）</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>%L1 tokens/s</source>
        <translation>%L1 词元/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Making sentence pairs…</source>
        <translation>正在生成句对…</translation>
    </message>
    <message>
        <source>Cutting into tokens…</source>
        <translation>正在切分…</translation>
    </message>
    <message>
        <source>Aligning words…</source>
        <translation>正在对齐词语…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunsModel</name>
    <message>
        <source>Recorded by the command line in %1</source>
        <translation>由命令行记录在 %1</translation>
    </message>
    <message>
        <source>The lowest loss on the validation set, in nats a token</source>
        <translation>验证集上的最低损失，单位为每词元奈特</translation>
    </message>
    <message>
        <source>BLEU (0–100) of a sample of the validation set, at the lowest loss</source>
        <translation>损失最低时验证集样本的 BLEU（0–100）</translation>
    </message>
    <message>
        <source>Alignment error rate at the lowest loss, where true alignments are known</source>
        <translation>损失最低时的对齐错误率（有标准词对齐时）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>语料</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>BLEU</source>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>AER</source>
        <translation>AER</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>zhuyi::RunsPanel</name>
    <message>
        <source>There is no recorded run that is not in the table yet.</source>
        <translation>没有尚未收入表中的命令行训练记录。</translation>
    </message>
    <message>
        <source>One recorded run was taken in.</source>
        <translation>收入了 1 次命令行训练记录。</translation>
    </message>
    <message>
        <source>%1 recorded runs were taken in.</source>
        <translation>收入了 %1 次命令行训练记录。</translation>
    </message>
    <message>
        <source>Filter by any text</source>
        <translation>按任意文字筛选</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>筛选训练记录</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>&amp;Open model</source>
        <translation>打开模型(&amp;O)</translation>
    </message>
    <message>
        <source>Open the best model of the run, to translate with it</source>
        <translation>打开这次训练的最佳模型，用它翻译</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>继续训练(&amp;U)</translation>
    </message>
    <message>
        <source>Go on training from where the run was left</source>
        <translation>从上次中断的地方继续训练</translation>
    </message>
    <message>
        <source>Use &amp;settings</source>
        <translation>采用设置(&amp;S)</translation>
    </message>
    <message>
        <source>Take the settings of the run for the next one</source>
        <translation>下一次训练采用这次的设置</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the chosen runs, with their models in the history; for a day that can be taken back</source>
        <translation>删除所选训练及其保存在记录中的模型；一天之内可以撤销</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>撤销(&amp;N)</translation>
    </message>
    <message>
        <source>Loo&amp;k for recorded runs</source>
        <translation>查找命令行记录(&amp;K)</translation>
    </message>
    <message>
        <source>Take in the runs that the command line has recorded since (zhuyi train --record)</source>
        <translation>收入命令行新近记录的训练（zhuyi train --record）</translation>
    </message>
    <message>
        <source>Sho&amp;w in the curves</source>
        <translation>在曲线中显示(&amp;W)</translation>
    </message>
    <message>
        <source>Draw the curves of the chosen runs over those of the run at hand</source>
        <translation>把所选训练的曲线叠画在当前训练的曲线上</translation>
    </message>
    <message>
        <source>No run matches the filter.</source>
        <translation>没有符合筛选条件的训练记录。</translation>
    </message>
    <message>
        <source>No run yet. Each run is kept here, with its settings, its curves and its model.</source>
        <translation>还没有训练记录。每次训练都会连同设置、曲线和模型保存在这里。</translation>
    </message>
    <message>
        <source>This run goes on: its model is not in a file yet.</source>
        <translation>这次训练还在进行：它的模型尚未存成文件。</translation>
    </message>
    <message>
        <source>The model of this run is no longer kept. Of runs without a name or a note, those of the newest are.</source>
        <translation>这次训练的模型已不再保留。没有名称和备注的训练，只保留最近若干次的模型。</translation>
    </message>
    <message>
        <source>This run goes on already.</source>
        <translation>这次训练正在进行。</translation>
    </message>
    <message>
        <source>This run is complete: there is nothing left to go on with. To train longer, use its settings with more epochs.</source>
        <translation>这次训练已经完成，没有剩下的部分可以继续。想训练更久，请采用它的设置并增加轮数。</translation>
    </message>
    <message>
        <source>This run cannot go on: its checkpoint is no longer kept. Use its settings to train anew.</source>
        <translation>这次训练无法继续：它的检查点已不再保留。请采用它的设置重新训练。</translation>
    </message>
    <message>
        <source>This run cannot go on: its corpus %1 is not there any more.</source>
        <translation>这次训练无法继续：它的语料 %1 已经不在了。</translation>
    </message>
    <message>
        <source>The next run has the settings of %1.</source>
        <translation>下一次训练将采用 %1 的设置。</translation>
    </message>
    <message>
        <source>A run that goes on cannot be deleted; stop it first.</source>
        <translation>正在进行的训练不能删除；请先停止它。</translation>
    </message>
    <message>
        <source>One run was deleted.</source>
        <translation>已删除 1 次训练。</translation>
    </message>
    <message>
        <source>%1 runs were deleted.</source>
        <translation>已删除 %1 次训练。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a run and its network</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>zhuyi::SamplesPanel</name>
    <message>
        <source>All sentences at one validation</source>
        <translation>一次验证中的所有句子</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 · loss %2</source>
        <translation>%1 · 损失 %2</translation>
    </message>
    <message>
        <source>%1 · BLEU %2</source>
        <translation>%1 · BLEU %2</translation>
    </message>
    <message>
        <source>source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考译文</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型译文</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>A few sentences that the model never trains on will stand here, with its translation at each validation: watch them become right. Press Start and wait for the first validation.</source>
        <translation>这里会列出几个模型从未训练过的句子，以及它在每次验证时的译文：看它们怎样逐渐变对。按“开始”，等待第一次验证。</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>All sentences at one validation, or one sentence at all validations.</source>
        <translation>一次验证中的所有句子，或一个句子在所有验证中的译文。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Go through the validations of the run.</source>
        <translation>逐次查看本次训练的各次验证。</translation>
    </message>
    <message>
        <source>Validation before</source>
        <translation>上一次验证</translation>
    </message>
    <message>
        <source>Next validation</source>
        <translation>下一次验证</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>What the marks in the translations mean: since the validation before</extracomment>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>What changed since the validation before: new words are underlined, words that are gone struck out.</source>
        <translation>与上一次验证相比的变化：新增的词加下划线，消失的词加删除线。</translation>
    </message>
    <message>
        <source>Write the translations to a file.</source>
        <translation>把译文写入文件。</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格（CSV）…</translation>
    </message>
</context>
<context>
    <name>zhuyi::SentenceChooser</name>
    <message>
        <source>Translation box: %1</source>
        <translation>翻译框：%1</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>The sentence whose attention is shown.</source>
        <translation>正在显示其注意力的句子。</translation>
    </message>
</context>
<context>
    <name>zhuyi::SentenceLines</name>
    <message>
        <source>Reference, the rows of the picture: %1</source>
        <translation>参考译文（热图各行）：%1</translation>
    </message>
    <message>
        <source>Reference: %1</source>
        <extracomment>The translation that stands in the corpus</extracomment>
        <translation>参考译文：%1</translation>
    </message>
</context>
<context>
    <name>zhuyi::Shortcuts</name>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>In a heatmap: from cell to cell. In the curves: from moment to moment, the values shown</source>
        <translation>在热图中逐格移动；在曲线中逐个时刻移动，并显示数值</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>放大和缩小</translation>
    </message>
    <message>
        <source>Fit to the panel</source>
        <translation>适合面板大小</translation>
    </message>
    <message>
        <source>Translate at once, without waiting</source>
        <translation>立即翻译，不再等待</translation>
    </message>
    <message>
        <source>To the next button or field</source>
        <translation>到下一个按钮或输入框</translation>
    </message>
    <message>
        <source>Alt+letter</source>
        <translation>Alt+字母</translation>
    </message>
    <message>
        <source>Opens the menu with this letter underlined</source>
        <translation>打开带有此下划线字母的菜单</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>zhuyi::Timeline</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>Button: show what the model sees now, and follow it</extracomment>
        <translation>实时</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play how the attention formed, from the moment that is chosen on.</source>
        <translation>从所选时刻起，播放注意力的形成过程。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>%1× speed</source>
        <translation>%1 倍速</translation>
    </message>
    <message>
        <source>Show what the model sees now, and follow it as it learns.</source>
        <translation>显示模型现在看到的，并随学习实时更新。</translation>
    </message>
    <message>
        <source>Hold this moment, and compare it with others.</source>
        <translation>固定这一时刻，与其他时刻对比。</translation>
    </message>
    <message>
        <source>Hold this moment</source>
        <translation>固定这一时刻</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>训练的时刻</translation>
    </message>
    <message>
        <source>Moments of the training at which this sentence&apos;s attention was kept; the right end is live.</source>
        <translation>训练中保存了这句话注意力的各个时刻；最右端为实时。</translation>
    </message>
</context>
<context>
    <name>zhuyi::ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Switch between English and Chinese</source>
        <translation>切换中文和英文</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Preset: how large the network is and how it is trained</source>
        <translation>预设：网络有多大、怎样训练</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Guided attention</source>
        <translation>引导注意力</translation>
    </message>
    <message>
        <source>Teach the attention of the next run to follow word alignments: the true ones where they are known, else those of a word aligner. Train once with it and once without, and hold the heatmaps against each other.</source>
        <translation>教下一次训练的注意力跟随词对齐：有标准词对齐就用标准的，否则用词对齐模型给出的。可以有引导、无引导各训练一次，对比两者的热图。</translation>
    </message>
</context>
<context>
    <name>zhuyi::TrainingCurves</name>
    <message>
        <source>this run</source>
        <translation>本次训练</translation>
    </message>
    <message>
        <source>unnamed run</source>
        <translation>未命名的训练</translation>
    </message>
    <message>
        <source>run before</source>
        <translation>上一次训练</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Press Start: the loss of every training step will be drawn here.</source>
        <translation>按“开始”：这里会画出每一步训练的损失。</translation>
    </message>
    <message>
        <source>Open a file of sentence pairs and press Start: the loss of every training step will be drawn here.</source>
        <translation>打开一个句对文件，按“开始”：这里会画出每一步训练的损失。</translation>
    </message>
    <message>
        <source>It holds %1 of %2 steps: of long runs, those are kept that the curves need.</source>
        <translation>表中包含 %2 步中的 %1 步：较长的训练只保留画曲线所需的步。</translation>
    </message>
</context>
<context>
    <name>zhuyi::TrainingPanel</name>
    <message>
        <source>&amp;Curves</source>
        <translation>曲线(&amp;C)</translation>
    </message>
    <message>
        <source>Sa&amp;mples</source>
        <translation>样例(&amp;M)</translation>
    </message>
    <message>
        <source>By &amp;length</source>
        <translation>按句长(&amp;L)</translation>
    </message>
    <message>
        <source>All that is measured while the model trains</source>
        <translation>模型训练时测量的一切</translation>
    </message>
    <message>
        <source>A few sentences, as they were translated at each validation</source>
        <translation>几个句子在每次验证时的译文</translation>
    </message>
    <message>
        <source>Why attention: how well short and long sentences are translated</source>
        <translation>为什么要注意力：短句和长句翻译得如何</translation>
    </message>
</context>
<context>
    <name>zhuyi::TranslationBox</name>
    <message>
        <source>This model takes Chinese only; the text seems to be in another language.</source>
        <translation>这个模型只接受中文输入；当前文本似乎是另一种语言。</translation>
    </message>
    <message>
        <source>This model takes English only; the text seems to be in another language.</source>
        <translation>这个模型只接受英文输入；当前文本似乎是另一种语言。</translation>
    </message>
    <message>
        <source>There is no model yet: train one or open one, and the translation appears here.</source>
        <translation>还没有模型：训练或打开一个，译文就会出现在这里。</translation>
    </message>
    <message>
        <source>The pasted text was long; its first %1 characters were taken.</source>
        <translation>粘贴的文本太长；只取了前 %1 个字符。</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 个字符</translation>
    </message>
    <message>
        <source>Train a model or open one, then type here.</source>
        <translation>训练或打开一个模型，然后在这里输入。</translation>
    </message>
    <message>
        <source>Type a Chinese sentence.</source>
        <translation>请输入一个中文句子。</translation>
    </message>
    <message>
        <source>Type an English sentence.</source>
        <translation>请输入一个英文句子。</translation>
    </message>
    <message>
        <source>The model wrote nothing.</source>
        <translation>模型什么也没有写。</translation>
    </message>
    <message>
        <source>The translation appears here as you type.</source>
        <translation>译文会随输入出现在这里。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the translation.</source>
        <translation>复制译文。</translation>
    </message>
    <message>
        <source>Text to translate</source>
        <translation>要翻译的文本</translation>
    </message>
    <message>
        <source>Translated as you type; Ctrl+Enter translates at once.</source>
        <translation>边输入边翻译；按 Ctrl+Enter 立即翻译。</translation>
    </message>
    <message>
        <source>sentence %1 of %2</source>
        <translation>第 %1 句，共 %2 句</translation>
    </message>
    <message>
        <source>Translate a text file, line by line, into another file.</source>
        <translation>把文本文件逐行翻译到另一个文件。</translation>
    </message>
    <message>
        <source>Train a model or open one first, then translate whole files here.</source>
        <translation>先训练或打开一个模型，然后可在此翻译整个文件。</translation>
    </message>
    <message>
        <source>One line a sentence; ‹?› stands for a word outside the vocabulary.</source>
        <translation>每句一行；‹?› 表示未知词。</translation>
    </message>
    <message>
        <source>Again</source>
        <extracomment>Button: draw the translation anew</extracomment>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>Draw another translation, with the next seed.</source>
        <translation>用下一个种子再抽取一个译文。</translation>
    </message>
    <message>
        <source>How the translation is searched for: beam size, sampling, penalties.</source>
        <translation>译文如何搜索：集束宽度、采样、惩罚。</translation>
    </message>
    <message>
        <source>Options of decoding</source>
        <translation>解码选项</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>translated at step %1</source>
        <translation>译于第 %1 步</translation>
    </message>
    <message numerus="yes">
        <source>%n models together</source>
        <translation>
            <numerusform>%n 个模型一起</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhuyi::WelcomePanel</name>
    <message>
        <source>Watch a model learn to pay attention</source>
        <translation>看模型学会注意</translation>
    </message>
    <message>
        <source>A small network learns to translate between Chinese and English, here on your computer. For each word that it writes you see which words it looked at.</source>
        <translation>一个小型网络就在这台电脑上学习中英互译。它每写出一个词，都能看到它看了原文的哪些词。</translation>
    </message>
    <message>
        <source>Open your own sentence pairs…</source>
        <translation>打开自己的句对…</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>One pair a line: a sentence, a tab, its translation. UTF-8 text, either language first.</source>
        <translation>每行一个句对：一个句子、一个制表符、它的译文。UTF-8 文本，哪种语言在前都可以。</translation>
    </message>
    <message>
        <source>What is attention, and what do the pictures show?</source>
        <translation>什么是注意力？这些图说明了什么？</translation>
    </message>
    <message>
        <source>The model is learning: see the Training and Attention panels.</source>
        <translation>模型正在学习：请看“训练”和“注意力”面板。</translation>
    </message>
    <message>
        <source>The built-in corpus is being made; you may press Start at once.</source>
        <translation>正在生成内置语料；现在就可以按“开始”。</translation>
    </message>
    <message>
        <source>Open a file of sentence pairs first.</source>
        <translation>请先打开一个句对文件。</translation>
    </message>
    <message>
        <source>Trains on the built-in corpus of %L1 sentence pairs. The first patterns show within about a minute.</source>
        <translation>用内置语料（%L1 个句对）训练，约一分钟就能看到初步效果。</translation>
    </message>
    <message>
        <source>Trains on %1 (%2 sentence pairs).</source>
        <translation>用 %1（%2 个句对）训练。</translation>
    </message>
    <message>
        <source>A model that was saved before, to translate and to look at; several of them translate together</source>
        <translation>以前保存的模型，用来翻译和观察；选择多个则一起翻译</translation>
    </message>
</context>
<context>
    <name>zhuyi::WhatIfPage</name>
    <message>
        <source>What if</source>
        <extracomment>Tab: attention that the user paints</extracomment>
        <translation>假如</translation>
    </message>
    <message>
        <source>Paint other attention into the heatmap, and see what the model then says.</source>
        <translation>在热图中画出另一种注意力，看模型接下来怎么说。</translation>
    </message>
    <message>
        <source>This model has no attention, so there is none to change.</source>
        <translation>该模型没有注意力，因此无从改动。</translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>Click a row of the heatmap to weigh its source words one by one.</source>
        <translation>单击热图中的一行，即可逐个调整原文词的权重。</translation>
    </message>
    <message>
        <source>Drag over the cells of a row: its weight goes to those source words, and the model decodes on from there. Shift adds cells.</source>
        <translation>在某一行的单元格上拖动：该行的权重移到这些原文词上，模型从此处继续解码。按住 Shift 可增加单元格。</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>原来：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
    <message>
        <source>The words are the same as before.</source>
        <translation>词与原来相同。</translation>
    </message>
    <message>
        <source>Give back row</source>
        <translation>还原此行</translation>
    </message>
    <message>
        <source>Let the model compute the attention of this row again.</source>
        <translation>让模型重新计算这一行的注意力。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Let the model compute all attention again.</source>
        <translation>让模型重新计算全部注意力。</translation>
    </message>
    <message>
        <source>Attention to paint into; the space bar puts all weight of a row on a cell, with Shift it adds the cell</source>
        <translation>可绘制的注意力；空格键把一行的全部权重放到一个单元格，按住 Shift 则增加该单元格</translation>
    </message>
    <message>
        <source>Weights of one row</source>
        <translation>一行的权重</translation>
    </message>
    <message>
        <source>Drag a bar to weigh a source word; the others give way. With the keyboard: left and right choose the word, up and down change it.</source>
        <translation>拖动柱条可调整原文词的权重，其余随之让出。键盘：左右键选词，上下键调整。</translation>
    </message>
</context>
</TS>
